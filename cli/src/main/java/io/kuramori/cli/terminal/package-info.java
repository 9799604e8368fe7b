/// How text reaches a terminal: whether it may have colour, how wide it is, and what of it may reach it at all.
@NullMarked
package io.kuramori.cli.terminal;

import org.jspecify.annotations.NullMarked;
