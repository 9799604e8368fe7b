/// The engines at a prompt; nothing here but reading files, calling an engine and writing its answers.
@NullMarked
package io.kuramori.cli;

import org.jspecify.annotations.NullMarked;
