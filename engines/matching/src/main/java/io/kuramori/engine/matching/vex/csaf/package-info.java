/// What CSAF documents (OASIS, 2.0 and 2.1) say of the status of products, above all those of the profile VEX.
@NullMarked
package io.kuramori.engine.matching.vex.csaf;

import org.jspecify.annotations.NullMarked;
