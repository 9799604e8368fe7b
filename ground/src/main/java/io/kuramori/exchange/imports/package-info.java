/// Preview, import and undoing: what a file would change, and that all of it or nothing is done.
@NullMarked
package io.kuramori.exchange.imports;

import org.jspecify.annotations.NullMarked;
