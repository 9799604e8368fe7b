/// Debian's version order, deb-version(7).
@NullMarked
package io.kuramori.engine.matching.version.debian;

import org.jspecify.annotations.NullMarked;
