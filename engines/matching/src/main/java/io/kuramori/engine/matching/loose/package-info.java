/// Versions of no stated scheme, compared as far as their texts allow and no further.
@NullMarked
package io.kuramori.engine.matching.loose;

import org.jspecify.annotations.NullMarked;
