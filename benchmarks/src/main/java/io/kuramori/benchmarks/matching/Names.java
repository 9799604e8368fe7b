package io.kuramori.benchmarks.matching;

import java.util.Random;

/// Names and versions of packages: few names are in everybody's mouth, most in nobody's.
final class Names {

    private static final String[] SYLLABLES = {
        "ka", "ri", "mo", "sen", "to", "lo", "net", "par", "ser", "log", "json", "web", "io", "core", "mi", "nu", "xa",
        "ge", "flow", "kit"
    };

    private Names() {}

    /// The name of a number, the same for the same number.
    static String of(int number) {
        StringBuilder name = new StringBuilder();
        int rest = number + SYLLABLES.length;
        while (rest > 0) {
            name.append(SYLLABLES[rest % SYLLABLES.length]);
            rest /= SYLLABLES.length;
        }
        return name.append(number % 7 == 0 ? "-api" : "").toString();
    }

    /// A number below a bound, small ones far oftener than great ones (nearly Zipf's law: every halving of the number
    /// is as likely as the next).
    static int popular(Random random, int bound) {
        return (int) Math.min(bound - 1L, (long) Math.exp(random.nextDouble() * Math.log(bound + 1.0)) - 1);
    }

    /// A version of a package on its line of versions.
    static String version(Random random, Shape shape) {
        String plain = random.nextInt(9) + "." + random.nextInt(20) + "." + random.nextInt(15);
        return switch (shape) {
            case GO -> plain;
            case DEBIAN -> plain + "-" + (1 + random.nextInt(4)) + "+deb12u" + (1 + random.nextInt(5));
            case ALMALINUX -> plain + "-" + (1 + random.nextInt(40)) + ".el9";
            case MAVEN -> random.nextInt(8) == 0 ? plain + ".Final" : plain;
            case PYPI -> random.nextInt(20) == 0 ? plain + "rc1" : plain;
            default -> plain;
        };
    }
}
