/// Semantic Versioning 2.0.0, as npm, crates.io, Hex and others use it.
@NullMarked
package io.kuramori.engine.matching.version.semver;

import org.jspecify.annotations.NullMarked;
