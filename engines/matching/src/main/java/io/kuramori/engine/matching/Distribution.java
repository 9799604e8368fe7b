package io.kuramori.engine.matching;

import io.kuramori.engine.matching.Ecosystem.Naming;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The Linux distributions that advisories of the Open Source Vulnerability format speak of: how they and package URLs
/// name the distribution, whether its advisories speak of source packages, and what makes a release.
enum Distribution {
    DEBIAN("Debian", "deb", true, Release.MAJOR, "debian"),
    UBUNTU("Ubuntu", "deb", true, Release.MAJOR_MINOR, "ubuntu"),
    ALPINE("Alpine", "apk", true, Release.MAJOR_MINOR, "alpine"),
    WOLFI("Wolfi", "apk", true, Release.NONE, "wolfi"),
    CHAINGUARD("Chainguard", "apk", true, Release.NONE, "chainguard"),
    MINIMOS("MinimOS", "apk", true, Release.NONE, "minimos"),
    ALMALINUX("AlmaLinux", "rpm", false, Release.MAJOR, "almalinux", "alma"),
    ROCKY("Rocky Linux", "rpm", true, Release.MAJOR, "rocky", "rocky-linux", "rockylinux"),
    RED_HAT("Red Hat", "rpm", false, Release.RED_HAT, "redhat", "rhel"),
    SUSE("SUSE", "rpm", true, Release.SUSE, "suse", "sles", "sled"),
    OPENSUSE("openSUSE", "rpm", true, Release.SUSE, "opensuse", "opensuse-leap", "opensuse-tumbleweed"),
    OPENEULER("openEuler", "rpm", true, Release.WHOLE, "openeuler"),
    MAGEIA("Mageia", "rpm", true, Release.MAJOR, "mageia"),
    PHOTON("Photon OS", "rpm", true, Release.MAJOR_MINOR, "photon"),
    AZURE_LINUX("Azure Linux", "rpm", true, Release.MAJOR, "azurelinux");

    private static final Map<String, String> CODENAMES = Map.ofEntries(
            Map.entry("jessie", "8"),
            Map.entry("stretch", "9"),
            Map.entry("buster", "10"),
            Map.entry("bullseye", "11"),
            Map.entry("bookworm", "12"),
            Map.entry("trixie", "13"),
            Map.entry("forky", "14"),
            Map.entry("trusty", "14.04"),
            Map.entry("xenial", "16.04"),
            Map.entry("bionic", "18.04"),
            Map.entry("focal", "20.04"),
            Map.entry("jammy", "22.04"),
            Map.entry("noble", "24.04"));

    private final String osvName;
    private final String type;
    private final boolean sources;
    private final Release release;
    // A list of texts; the checker does not know List.of to be immutable.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> namespaces;

    /// @param sources whether its advisories name source packages rather than binary ones
    /// @param namespaces in package URLs, the first standing for all
    Distribution(String osvName, String type, boolean sources, Release release, String... namespaces) {
        this.osvName = osvName;
        this.type = type;
        this.sources = sources;
        this.release = release;
        this.namespaces = List.of(namespaces);
    }

    static Optional<Naming> ofOsvName(String ecosystem, String suffix) {
        return Stream.of(values())
                .filter(known -> known.osvName.equals(ecosystem))
                .findFirst()
                .map(known -> name -> known.key(name, known.release.of(suffix)));
    }

    /// @param namespace of a package URL, lower case
    static Optional<Distribution> ofNamespace(String type, String namespace) {
        return Stream.of(values())
                .filter(known -> known.type.equals(type) && known.namespaces.contains(namespace))
                .findFirst();
    }

    boolean namesSources() {
        return sources;
    }

    /// @param distro the qualifier of a package URL, such as `debian-12.4`, `bookworm` or `almalinux-9.3`; may be empty
    PackageKey installed(String name, String distro) {
        return key(name, release.of(bare(distro)));
    }

    private PackageKey key(String name, String release) {
        return new PackageKey(type, namespaces.getFirst() + "/" + name.toLowerCase(Locale.ROOT), release);
    }

    /// Without the distribution's own name before it, and with a number for a codename.
    private String bare(String distro) {
        String lower = distro.toLowerCase(Locale.ROOT);
        String bare = namespaces.stream()
                .filter(name -> lower.startsWith(name + "-"))
                .max((left, right) -> Integer.compare(left.length(), right.length()))
                .map(name -> lower.substring(name.length() + 1))
                .orElse(lower);
        return CODENAMES.getOrDefault(bare, bare);
    }
}
