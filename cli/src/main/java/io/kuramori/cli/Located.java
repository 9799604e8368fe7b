package io.kuramori.cli;

import io.kuramori.engine.matching.Component;
import io.kuramori.engine.matching.vex.Identity;
import org.jspecify.annotations.Nullable;

/// A component of a bill of materials and where it stands.
///
/// @param file the bill as named on the command line, or found under it
/// @param pointer the place in it
/// @param ref by which other documents may refer to it; null when it has none that is its alone
record Located(
        Component component,
        String file,
        String pointer,
        @Nullable String ref,
        Bill bill) {

    /// What statements about it are looked up by.
    Identity identity() {
        return bill.identity(component, ref);
    }
}
