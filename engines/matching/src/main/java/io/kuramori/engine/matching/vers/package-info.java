/// Version ranges in the VERS notation: read, normalised, evaluated, made from and turned into the notations of the
/// ecosystems themselves.
@NullMarked
package io.kuramori.engine.matching.vers;

import org.jspecify.annotations.NullMarked;
