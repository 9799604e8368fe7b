package io.kuramori.engine.matching.version.semver;

import io.kuramori.engine.matching.version.Cursor;
import io.kuramori.engine.matching.version.KeyWriter;
import org.jspecify.annotations.Nullable;

/// Writes dot-separated identifiers as SemVer 2.0.0 §11 compares them: numbers by value and before words, words by
/// ASCII, fewer before more.
public final class SemverKeys {

    private static final int END = 1;
    private static final int NUMERIC = 2;
    private static final int WORD = 3;

    private SemverKeys() {}

    /// A pre-release stands before its release.
    public static void preRelease(@Nullable String identifiers, KeyWriter key) {
        if (identifiers == null) {
            key.tag(1);
        } else {
            identifiers(identifiers, key.tag(0));
        }
    }

    /// Build metadata where an order gives it weight: a build stands after the version without one.
    public static void build(@Nullable String identifiers, KeyWriter key) {
        if (identifiers == null) {
            key.tag(0);
        } else {
            identifiers(identifiers, key.tag(1));
        }
    }

    private static void identifiers(String identifiers, KeyWriter key) {
        for (String identifier : identifiers.split("\\.", -1)) {
            if (Cursor.isDigits(identifier)) {
                key.tag(NUMERIC).number(identifier);
            } else {
                key.tag(WORD).text(identifier);
            }
        }
        key.tag(END);
    }
}
