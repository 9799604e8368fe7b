/// An order for products whose own rules are not known.
@NullMarked
package io.kuramori.engine.matching.version.generic;

import org.jspecify.annotations.NullMarked;
