/// Maven's version order.
@NullMarked
package io.kuramori.engine.matching.version.maven;

import org.jspecify.annotations.NullMarked;
