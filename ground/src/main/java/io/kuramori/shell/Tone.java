package io.kuramori.shell;

/// How a mark is coloured. A word or a shape always says the same.
public enum Tone {
    ALARM("alarm"),
    CAUTION("caution"),
    GOOD("good"),
    ACCENT("accent"),
    MUTED("muted");

    private final String css;

    Tone(String css) {
        this.css = css;
    }

    /// Suffix of the class, as in `capsule--alarm`.
    public String css() {
        return css;
    }
}
