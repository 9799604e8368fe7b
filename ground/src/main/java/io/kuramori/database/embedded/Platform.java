package io.kuramori.database.embedded;

import io.kuramori.database.DatabaseProblem;
import io.kuramori.database.DatabaseProblem.Kind;
import java.util.Locale;

/// A platform for which binaries of PostgreSQL come with Kuramori.
enum Platform {
    LINUX_X86_64("postgres-linux-x86_64.txz"),
    LINUX_ARM_64("postgres-linux-arm_64.txz");

    private final String resource;

    Platform(String resource) {
        this.resource = resource;
    }

    /// The archive on the class path.
    String resource() {
        return resource;
    }

    static Platform here() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String system, String architecture) {
        if (!system.toLowerCase(Locale.ROOT).equals("linux")) {
            throw new DatabaseProblem(Kind.UNSUPPORTED_PLATFORM, system + " " + architecture);
        }

        return switch (architecture) {
            case "amd64", "x86_64" -> LINUX_X86_64;
            case "aarch64" -> LINUX_ARM_64;
            default -> throw new DatabaseProblem(Kind.UNSUPPORTED_PLATFORM, system + " " + architecture);
        };
    }
}
