/// The version order of Haskell's packages.
@NullMarked
package io.kuramori.engine.matching.version.hackage;

import org.jspecify.annotations.NullMarked;
