package io.kuramori.engine.journal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// A JSON value, as far as the journal needs to know one.
public sealed interface Json {

    /// The absent value.
    Json NULL = new Null();

    record Null() implements Json {}

    record Bool(boolean value) implements Json {}

    record Num(BigDecimal value) implements Json {

        public Num(long value) {
            this(BigDecimal.valueOf(value));
        }
    }

    record Str(String value) implements Json {}

    record Arr(List<Json> items) implements Json {

        public Arr {
            items = List.copyOf(items);
        }
    }

    record Obj(Map<String, Json> members) implements Json {

        public Obj {
            members = Map.copyOf(members);
        }
    }
}
