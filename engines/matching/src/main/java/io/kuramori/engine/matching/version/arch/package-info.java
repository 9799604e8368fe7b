/// The version order of Arch Linux's packages.
@NullMarked
package io.kuramori.engine.matching.version.arch;

import org.jspecify.annotations.NullMarked;
