/// Tells a bill of materials by what it says, not by its name, and reads it (guideline 2.2.1.2).
@NullMarked
package io.kuramori.engine.matching.sbom.file;

import org.jspecify.annotations.NullMarked;
