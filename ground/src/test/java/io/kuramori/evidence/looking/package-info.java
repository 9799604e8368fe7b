@NullMarked
package io.kuramori.evidence.looking;

import org.jspecify.annotations.NullMarked;
