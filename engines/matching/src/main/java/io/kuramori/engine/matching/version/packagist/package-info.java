/// Composer's version order, PHP's version_compare.
@NullMarked
package io.kuramori.engine.matching.version.packagist;

import org.jspecify.annotations.NullMarked;
