/// Looks into files before they are kept: what kind they really are, and whether numbers stand in them that may not.
@NullMarked
package io.kuramori.evidence.looking;

import org.jspecify.annotations.NullMarked;
