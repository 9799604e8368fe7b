/// Go modules and the Go releases themselves.
@NullMarked
package io.kuramori.engine.matching.version.golang;

import org.jspecify.annotations.NullMarked;
