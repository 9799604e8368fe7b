/// Versions that are moments.
@NullMarked
package io.kuramori.engine.matching.version.datetime;

import org.jspecify.annotations.NullMarked;
