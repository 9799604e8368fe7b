/// Words of the screens in Japanese and English.
@NullMarked
package io.kuramori.shell.words;

import org.jspecify.annotations.NullMarked;
