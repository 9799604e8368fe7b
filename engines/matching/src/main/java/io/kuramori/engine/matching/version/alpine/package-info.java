/// The version order of apk, for Alpine, Wolfi and Chainguard.
@NullMarked
package io.kuramori.engine.matching.version.alpine;

import org.jspecify.annotations.NullMarked;
