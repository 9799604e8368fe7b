/// A document from outside, read as a stream within stated bounds; whatever is wrong with it has its place.
@NullMarked
package io.kuramori.engine.matching.document;

import org.jspecify.annotations.NullMarked;
