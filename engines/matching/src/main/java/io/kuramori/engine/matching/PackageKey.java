package io.kuramori.engine.matching;

/// The identity under which components and advisories meet: a purl type and the whole name, both normalised, and for
/// packages of a distribution the release.
///
/// @param type the purl type, lower case
/// @param name namespace and name joined by `/`, normalised as the type asks
/// @param release the distribution's release, such as `12` or `3.18`; empty where there are none, or none is told
public record PackageKey(String type, String name, String release) {

    public PackageKey(String type, String name) {
        this(type, name, "");
    }

    /// The package in whatever release.
    public PackageKey anyRelease() {
        return release.isEmpty() ? this : new PackageKey(type, name);
    }

    @Override
    public String toString() {
        return "pkg:" + type + "/" + name + (release.isEmpty() ? "" : " (" + release + ")");
    }
}
