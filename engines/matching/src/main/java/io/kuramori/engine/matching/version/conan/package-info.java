/// The version order of Conan's packages.
@NullMarked
package io.kuramori.engine.matching.version.conan;

import org.jspecify.annotations.NullMarked;
