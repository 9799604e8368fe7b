/// Alpine's package version order.
@NullMarked
package io.kuramori.engine.matching.version.alpine;

import org.jspecify.annotations.NullMarked;
