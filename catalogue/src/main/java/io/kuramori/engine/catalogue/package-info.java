/// The guideline as data: whom it addresses (1.4) and its sections, in our own words.
///
/// Pure Java, read once, immutable. The files stand beside the classes as YAML; the headers of the files define every
/// key.
@NullMarked
package io.kuramori.engine.catalogue;

import org.jspecify.annotations.NullMarked;
