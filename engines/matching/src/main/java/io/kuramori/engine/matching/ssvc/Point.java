package io.kuramori.engine.matching.ssvc;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The value of one decision point. Each point is an enum, its values in the order of the specification.
public sealed interface Point {

    /// The name of the value in the specification's words, in lower case.
    String word();

    /// The name of the decision point.
    default String point() {
        return switch (this) {
            case Exploitation ignored -> "Exploitation";
            case Exposure ignored -> "System Exposure";
            case Automatable ignored -> "Automatable";
            case HumanImpact ignored -> "Human Impact";
            case SafetyImpact ignored -> "Safety Impact";
            case MissionImpact ignored -> "Mission Impact";
            case TechnicalImpact ignored -> "Technical Impact";
            case WellBeing ignored -> "Mission and Well-Being Impact";
        };
    }

    /// The value a word stands for, letters of any case; CISA shortens `public poc` to `poc`.
    static <P extends Enum<P> & Point> Optional<P> of(Class<P> point, String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        String whole = plain.equals("poc") ? "public poc" : plain;
        return Stream.of(point.getEnumConstants())
                .filter(value -> value.word().equals(whole))
                .findFirst();
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Exploitation 1.1.0.
    enum Exploitation implements Point {
        NONE,
        PUBLIC_POC,
        ACTIVE;

        @Override
        public String word() {
            return words(this);
        }
    }

    /// System Exposure 1.0.1.
    enum Exposure implements Point {
        SMALL,
        CONTROLLED,
        OPEN;

        @Override
        public String word() {
            return words(this);
        }
    }

    /// Automatable 2.0.0.
    enum Automatable implements Point {
        NO,
        YES;

        @Override
        public String word() {
            return words(this);
        }
    }

    /// Human Impact 2.0.2.
    enum HumanImpact implements Point {
        LOW,
        MEDIUM,
        HIGH,
        VERY_HIGH;

        @Override
        public String word() {
            return words(this);
        }
    }

    /// Safety Impact 2.0.1.
    enum SafetyImpact implements Point {
        NEGLIGIBLE,
        MARGINAL,
        CRITICAL,
        CATASTROPHIC;

        @Override
        public String word() {
            return words(this);
        }
    }

    /// Mission Impact 2.0.0; MEF is a mission essential function.
    enum MissionImpact implements Point {
        DEGRADED,
        MEF_SUPPORT_CRIPPLED,
        MEF_FAILURE,
        MISSION_FAILURE;

        @Override
        public String word() {
            return words(this);
        }
    }

    /// Technical Impact 1.0.0.
    enum TechnicalImpact implements Point {
        PARTIAL,
        TOTAL;

        @Override
        public String word() {
            return words(this);
        }
    }

    /// Mission and Well-Being Impact 1.0.0.
    enum WellBeing implements Point {
        LOW,
        MEDIUM,
        HIGH;

        @Override
        public String word() {
            return words(this);
        }
    }
}
