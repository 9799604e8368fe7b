/// Views of lists that people gave a name, for themselves or for their institution.
@NullMarked
package io.kuramori.shell.views;

import org.jspecify.annotations.NullMarked;
