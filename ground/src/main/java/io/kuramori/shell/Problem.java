package io.kuramori.shell;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A request that cannot be answered as asked, for a reason the caller may know.
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String detailKey;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> further = new LinkedHashMap<>();

    /// @param detailKey message key of what exactly is wrong
    public Problem(ProblemType type, String detailKey, Object... arguments) {
        super(type.slug() + ": " + detailKey);
        this.type = type;
        this.detailKey = detailKey;
        this.arguments = List.of(arguments);
    }

    /// Says more to programs: a member of the problem document.
    public Problem with(String name, Object value) {
        further.put(name, value);
        return this;
    }

    public Map<String, Object> further() {
        return further == null ? Map.of() : Collections.unmodifiableMap(further);
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
