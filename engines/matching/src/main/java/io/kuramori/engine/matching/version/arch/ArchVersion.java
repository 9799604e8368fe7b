package io.kuramori.engine.matching.version.arch;

import io.kuramori.engine.matching.version.VersionKey;
import org.jspecify.annotations.Nullable;

/// A package version of Arch Linux.
///
/// @param version epoch and version
/// @param release null when none is given; then it equals every release, as vercmp(8) has it. Equality is therefore not
///     transitive where versions with and without release meet, which in practice only an advisory's bound is.
public record ArchVersion(VersionKey version, @Nullable VersionKey release) implements Comparable<ArchVersion> {

    @Override
    public int compareTo(ArchVersion other) {
        int order = version.compareTo(other.version);
        return order != 0 || release == null || other.release == null ? order : release.compareTo(other.release);
    }
}
