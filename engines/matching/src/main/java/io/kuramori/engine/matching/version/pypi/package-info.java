/// Python's version order, PEP 440.
@NullMarked
package io.kuramori.engine.matching.version.pypi;

import org.jspecify.annotations.NullMarked;
