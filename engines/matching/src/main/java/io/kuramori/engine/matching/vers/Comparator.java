package io.kuramori.engine.matching.vers;

/// How a constraint compares, in the order in which constraints on one version stand when a range is made.
public enum Comparator {
    LESS("<"),
    AT_MOST("<="),
    EQUAL("="),
    NOT_EQUAL("!="),
    AT_LEAST(">="),
    GREATER(">"),
    /// Every version.
    ANY("*");

    private final String sign;

    Comparator(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    boolean lower() {
        return this == AT_LEAST || this == GREATER;
    }

    boolean upper() {
        return this == AT_MOST || this == LESS;
    }

    boolean inclusive() {
        return this == AT_LEAST || this == AT_MOST || this == EQUAL;
    }
}
