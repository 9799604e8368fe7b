/// Bills of materials: what a piece of software is made of, whichever format says it (guideline 2.2.1.2, 2.2.3). The
/// formats have packages of their own.
@NullMarked
package io.kuramori.engine.matching.sbom;

import org.jspecify.annotations.NullMarked;
