package io.kuramori.evidence.looking;

/// A file of a known format that cannot be read to its end, with the place where it went wrong.
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Said why;

    Unreadable(String key, Object... arguments) {
        super(key);
        this.why = Said.of(key, arguments);
    }

    Said why() {
        return why;
    }
}
