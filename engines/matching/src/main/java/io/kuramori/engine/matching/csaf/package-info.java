/// Reads CSAF 2.0 advisories.
@NullMarked
package io.kuramori.engine.matching.csaf;

import org.jspecify.annotations.NullMarked;
