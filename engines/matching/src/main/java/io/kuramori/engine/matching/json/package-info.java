/// JSON records read whole, each bounded, each value knowing its place; documents read record by record.
@NullMarked
package io.kuramori.engine.matching.json;

import org.jspecify.annotations.NullMarked;
