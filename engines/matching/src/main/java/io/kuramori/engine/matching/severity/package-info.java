/// CVSS scores computed from vectors, and the labels sources give instead.
@NullMarked
package io.kuramori.engine.matching.severity;

import org.jspecify.annotations.NullMarked;
