/// The version order of Composer's packages.
@NullMarked
package io.kuramori.engine.matching.version.packagist;

import org.jspecify.annotations.NullMarked;
