/// Versions that are numbers with dots.
@NullMarked
package io.kuramori.engine.matching.version.intdot;

import org.jspecify.annotations.NullMarked;
