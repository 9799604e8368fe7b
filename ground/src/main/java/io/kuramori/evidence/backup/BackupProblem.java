package io.kuramori.evidence.backup;

import java.util.List;

/// A backup or restore cannot be done, in words for the person at the prompt.
final class BackupProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final List<String> arguments;

    BackupProblem(String key, Object... arguments) {
        super(key + List.of(arguments));
        this.key = key;
        this.arguments = List.of(arguments).stream().map(String::valueOf).toList();
    }

    BackupProblem(Throwable cause, String key, Object... arguments) {
        this(key, arguments);
        initCause(cause);
    }

    /// A key of the messages `evidence`.
    String key() {
        return key;
    }

    List<String> arguments() {
        return arguments;
    }
}
