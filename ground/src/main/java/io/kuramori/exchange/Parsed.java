package io.kuramori.exchange;

import java.util.List;

/// What a ledger makes of a row.
public sealed interface Parsed<R> {

    record Accepted<R>(R record) implements Parsed<R> {}

    record Rejected<R>(List<Objection> objections) implements Parsed<R> {
        public Rejected {
            if (objections.isEmpty()) {
                throw new IllegalArgumentException("a rejection needs its reason");
            }
            objections = List.copyOf(objections);
        }
    }

    static <R> Parsed<R> accepted(R record) {
        return new Accepted<>(record);
    }

    static <R> Parsed<R> rejected(Objection... objections) {
        return new Rejected<>(List.of(objections));
    }
}
