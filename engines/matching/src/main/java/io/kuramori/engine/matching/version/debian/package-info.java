/// The version order of dpkg, for Debian, Ubuntu and their like.
@NullMarked
package io.kuramori.engine.matching.version.debian;

import org.jspecify.annotations.NullMarked;
