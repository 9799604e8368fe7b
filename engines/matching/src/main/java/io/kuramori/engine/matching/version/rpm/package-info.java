/// RPM's epoch, version and release order.
@NullMarked
package io.kuramori.engine.matching.version.rpm;

import org.jspecify.annotations.NullMarked;
