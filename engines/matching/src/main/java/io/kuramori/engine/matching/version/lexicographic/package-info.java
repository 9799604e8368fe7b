/// Versions that are compared as texts.
@NullMarked
package io.kuramori.engine.matching.version.lexicographic;

import org.jspecify.annotations.NullMarked;
