package io.kuramori.cli.terminal;

/// A colour or weight, as a Select Graphic Rendition sequence (ECMA-48 §8.3.117). What it says is always said in words,
/// too.
public enum Paint {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    GRAVE("1;31"),
    BAD("31"),
    WARNING("33"),
    MILD("36"),
    OPEN("35");

    private final String parameters;

    Paint(String parameters) {
        this.parameters = parameters;
    }

    String on(String text) {
        return parameters.isEmpty() || text.isEmpty() ? text : "\u001B[" + parameters + "m" + text + "\u001B[0m";
    }
}
