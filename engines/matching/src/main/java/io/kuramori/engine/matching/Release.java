package io.kuramori.engine.matching;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What of a distribution's release advisories and components must share.
enum Release {
    /// The distribution rolls on without releases.
    NONE,
    /// The first number: `9` of `9.3`.
    MAJOR,
    /// The first two numbers: `3.18` of `v3.18.4`; `22.04` of `Pro:22.04:LTS`, whose fixes are those of the release.
    MAJOR_MINOR,
    /// Everything, such as `22.03-lts-sp1`.
    WHOLE,
    /// Number and service pack: `15.4` of `Linux Enterprise Server 15 SP4` and of `leap-15.4`.
    SUSE,
    /// The major number of Enterprise Linux; its other products each for themselves.
    RED_HAT;

    private static final Pattern NUMBERS = Pattern.compile("([0-9]++)(?:(?:\\.| sp|-sp)([0-9]++))?");
    private static final Pattern ENTERPRISE_LINUX = Pattern.compile("enterprise_linux:([0-9]++).*+");

    /// The release as keys hold it, empty when the text tells none.
    String of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher numbers = NUMBERS.matcher(lower);
        boolean numbered = numbers.find();
        return switch (this) {
            case NONE -> "";
            case MAJOR -> numbered ? numbers.group(1) : lower;
            case MAJOR_MINOR, SUSE -> numbered ? joined(numbers) : lower;
            case WHOLE -> lower.replace(' ', '-');
            case RED_HAT -> redHat(lower);
        };
    }

    private static String joined(Matcher numbers) {
        return numbers.group(2) == null ? numbers.group(1) : numbers.group(1) + "." + numbers.group(2);
    }

    private static String redHat(String text) {
        Matcher linux = ENTERPRISE_LINUX.matcher(text);
        if (linux.matches()) {
            return linux.group(1);
        }
        return text.indexOf(':') < 0 ? MAJOR.of(text) : text;
    }
}
