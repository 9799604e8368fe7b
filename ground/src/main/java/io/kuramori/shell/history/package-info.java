/// The journal on screen: every entry the caller may see (guideline 2.3.4.2, 2.5.2.2).
@NullMarked
package io.kuramori.shell.history;

import org.jspecify.annotations.NullMarked;
