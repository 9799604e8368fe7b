package io.kuramori.asset.systems;

import java.util.Locale;

public enum SystemKind {
    INFORMATION_SYSTEM,
    EXTERNAL_SERVICE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SystemKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
