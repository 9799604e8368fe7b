/// VEX documents of any format: which one it is shows in the document.
@NullMarked
package io.kuramori.engine.matching.vex.file;

import org.jspecify.annotations.NullMarked;
