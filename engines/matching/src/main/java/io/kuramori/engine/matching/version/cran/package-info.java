/// The version order of R's packages.
@NullMarked
package io.kuramori.engine.matching.version.cran;

import org.jspecify.annotations.NullMarked;
