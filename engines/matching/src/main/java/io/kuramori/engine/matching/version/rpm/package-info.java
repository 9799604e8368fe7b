/// The version order of RPM.
@NullMarked
package io.kuramori.engine.matching.version.rpm;

import org.jspecify.annotations.NullMarked;
