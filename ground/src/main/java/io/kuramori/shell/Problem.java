package io.kuramori.shell;

import java.util.List;

/// A request that cannot be answered as asked, for a reason the caller may know.
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String detailKey;
    private final transient List<Object> arguments;

    /// @param detailKey message key of what exactly is wrong
    public Problem(ProblemType type, String detailKey, Object... arguments) {
        super(type.slug() + ": " + detailKey);
        this.type = type;
        this.detailKey = detailKey;
        this.arguments = List.of(arguments);
    }

    public ProblemType type() {
        return type;
    }

    public String detailKey() {
        return detailKey;
    }

    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}
