package io.kuramori.engine.matching;

/// The identity under which components and advisories meet: a purl type and the whole name, both normalised.
///
/// @param type the purl type, lower case
/// @param name namespace and name joined by `/`, normalised as the type asks
public record PackageKey(String type, String name) {

    @Override
    public String toString() {
        return "pkg:" + type + "/" + name;
    }
}
