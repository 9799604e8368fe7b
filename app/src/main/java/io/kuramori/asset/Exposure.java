package io.kuramori.asset;

import java.util.Locale;

/// From where a system can be reached over networks that are not the institution's own.
public enum Exposure {
    NONE,
    /// From partners, shared centres, contractors.
    PARTNER,
    /// From the internet.
    PUBLIC;

    /// As the database keeps it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Exposure of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
