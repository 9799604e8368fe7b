package io.kuramori.engine.matching.vex;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why a product is not affected: the five reasons of CISA's minimum requirements, which OpenVEX and CSAF use, and the
/// nine of CycloneDX. Each knows its nearest in the other vocabulary.
public enum Justification {
    COMPONENT_NOT_PRESENT,
    VULNERABLE_CODE_NOT_PRESENT,
    VULNERABLE_CODE_NOT_IN_EXECUTE_PATH,
    VULNERABLE_CODE_CANNOT_BE_CONTROLLED_BY_ADVERSARY,
    INLINE_MITIGATIONS_ALREADY_EXIST,
    CODE_NOT_PRESENT,
    CODE_NOT_REACHABLE,
    REQUIRES_CONFIGURATION,
    REQUIRES_DEPENDENCY,
    REQUIRES_ENVIRONMENT,
    PROTECTED_BY_COMPILER,
    PROTECTED_AT_RUNTIME,
    PROTECTED_AT_PERIMETER,
    PROTECTED_BY_MITIGATING_CONTROL;

    /// The word of the formats.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Justification> ofCisa(String word) {
        return Arrays.stream(values())
                .filter(value -> value.cisa() == value && value.word().equals(word))
                .findFirst();
    }

    public static Optional<Justification> ofCycloneDx(String word) {
        return Arrays.stream(values())
                .filter(value -> value.cycloneDx() == value && value.word().equals(word))
                .findFirst();
    }

    /// The nearest of CISA's five.
    public Justification cisa() {
        return switch (this) {
            case COMPONENT_NOT_PRESENT, REQUIRES_DEPENDENCY -> COMPONENT_NOT_PRESENT;
            case VULNERABLE_CODE_NOT_PRESENT, CODE_NOT_PRESENT -> VULNERABLE_CODE_NOT_PRESENT;
            case VULNERABLE_CODE_NOT_IN_EXECUTE_PATH, CODE_NOT_REACHABLE -> VULNERABLE_CODE_NOT_IN_EXECUTE_PATH;
            case VULNERABLE_CODE_CANNOT_BE_CONTROLLED_BY_ADVERSARY, REQUIRES_CONFIGURATION, REQUIRES_ENVIRONMENT ->
                VULNERABLE_CODE_CANNOT_BE_CONTROLLED_BY_ADVERSARY;
            case INLINE_MITIGATIONS_ALREADY_EXIST,
                    PROTECTED_BY_COMPILER,
                    PROTECTED_AT_RUNTIME,
                    PROTECTED_AT_PERIMETER,
                    PROTECTED_BY_MITIGATING_CONTROL -> INLINE_MITIGATIONS_ALREADY_EXIST;
        };
    }

    /// The nearest of CycloneDX's nine.
    public Justification cycloneDx() {
        return switch (this) {
            case COMPONENT_NOT_PRESENT -> REQUIRES_DEPENDENCY;
            case VULNERABLE_CODE_NOT_PRESENT -> CODE_NOT_PRESENT;
            case VULNERABLE_CODE_NOT_IN_EXECUTE_PATH -> CODE_NOT_REACHABLE;
            case VULNERABLE_CODE_CANNOT_BE_CONTROLLED_BY_ADVERSARY -> REQUIRES_CONFIGURATION;
            case INLINE_MITIGATIONS_ALREADY_EXIST -> PROTECTED_BY_MITIGATING_CONTROL;
            case CODE_NOT_PRESENT,
                    CODE_NOT_REACHABLE,
                    REQUIRES_CONFIGURATION,
                    REQUIRES_DEPENDENCY,
                    REQUIRES_ENVIRONMENT,
                    PROTECTED_BY_COMPILER,
                    PROTECTED_AT_RUNTIME,
                    PROTECTED_AT_PERIMETER,
                    PROTECTED_BY_MITIGATING_CONTROL -> this;
        };
    }
}
