package io.kuramori.journal;

/// How many entries the log holds: the only exact "as of". An entry belongs to a size when its index is smaller.
public record JournalSize(long value) {

    public JournalSize {
        if (value < 0) {
            throw new IllegalArgumentException("journal size " + value);
        }
    }
}
