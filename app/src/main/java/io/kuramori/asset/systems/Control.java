package io.kuramori.asset.systems;

import java.util.Locale;

/// A kind of control that somebody has to do for a system.
public enum Control {
    PATCHING,
    MONITORING,
    BACKUP,
    ACCESS,
    LOGGING,
    HARDENING,
    NETWORK,
    INCIDENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Control of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
