/// The version order of Julia's packages.
@NullMarked
package io.kuramori.engine.matching.version.julia;

import org.jspecify.annotations.NullMarked;
