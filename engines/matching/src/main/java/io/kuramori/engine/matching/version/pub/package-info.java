/// The version order of Dart's packages.
@NullMarked
package io.kuramori.engine.matching.version.pub;

import org.jspecify.annotations.NullMarked;
