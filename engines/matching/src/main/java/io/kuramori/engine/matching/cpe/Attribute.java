package io.kuramori.engine.matching.cpe;

import java.util.Locale;

/// The value of one attribute of a name (NIST IR 7695 §5.3): any, not applicable, or a text, perhaps with unquoted
/// wildcards at its ends.
public sealed interface Attribute {

    record Any() implements Attribute {}

    record NotApplicable() implements Attribute {}

    /// @param value the characters without quoting, lower case
    /// @param before what may stand before it: 0 nothing, n up to n characters (`?`), [#MANY] any number (`*`)
    /// @param after the same after it
    record Text(String value, int before, int after) implements Attribute {

        public static final int MANY = Integer.MAX_VALUE;

        public Text {
            value = value.toLowerCase(Locale.ROOT);
        }

        public boolean wild() {
            return before != 0 || after != 0;
        }

        /// Whether the pattern holds the whole of a text that has no wildcards. NIST IR 7696 lets each `?` stand for
        /// one character or none.
        boolean holds(String text) {
            for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
                if (at <= before && text.length() - at - value.length() <= after) {
                    return true;
                }
                if (at == text.length()) {
                    return false;
                }
            }
            return false;
        }
    }

    /// A text that stands for itself.
    static Attribute of(String value) {
        return new Text(value, 0, 0);
    }

    /// How a source value relates to a target value (NIST IR 7696 table 6-2). The cells the table leaves undefined
    /// because the target has wildcards stay so, but for equal values and for a source that holds everything.
    default Relation to(Attribute target) {
        if (equals(target)) {
            return Relation.EQUAL;
        }
        if (this instanceof Any) {
            return Relation.SUPERSET;
        }
        if (target instanceof Text text && text.wild()) {
            return Relation.UNDEFINED;
        }
        if (target instanceof Any) {
            return Relation.SUBSET;
        }
        return this instanceof Text mine && target instanceof Text theirs && mine.wild() && mine.holds(theirs.value())
                ? Relation.SUPERSET
                : Relation.DISJOINT;
    }
}
