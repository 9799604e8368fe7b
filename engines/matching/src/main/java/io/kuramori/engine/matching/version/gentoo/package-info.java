/// The version order of Gentoo's packages.
@NullMarked
package io.kuramori.engine.matching.version.gentoo;

import org.jspecify.annotations.NullMarked;
