package io.kuramori.asset.systems;

import java.util.Locale;

/// Who does a control.
public enum Party {
    OWN,
    SHARED_CENTRE,
    CONTRACTOR,
    CLOUD,
    PARENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Party of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
