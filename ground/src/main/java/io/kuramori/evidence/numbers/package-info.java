/// Finds individual numbers (個人番号) and payment card numbers in text by their check digits. Pure.
@NullMarked
package io.kuramori.evidence.numbers;

import org.jspecify.annotations.NullMarked;
