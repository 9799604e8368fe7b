@NullMarked
package io.kuramori.evidence.numbers;

import org.jspecify.annotations.NullMarked;
