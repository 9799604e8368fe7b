package io.kuramori.evidence.looking;

import java.util.List;

/// Words for a person: a message key and its arguments. Arguments come from files and are short.
public record Said(String key, List<String> arguments) {

    private static final int LONGEST = 120;

    public Said {
        arguments = arguments.stream()
                .map(each -> each.length() > LONGEST ? each.substring(0, LONGEST) + "…" : each)
                .toList();
    }

    static Said of(String key, Object... arguments) {
        return new Said(key, List.of(arguments).stream().map(String::valueOf).toList());
    }
}
