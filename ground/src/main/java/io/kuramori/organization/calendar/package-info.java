/// Which days are holidays: Japan by its law, other countries by a library.
@NullMarked
package io.kuramori.organization.calendar;

import org.jspecify.annotations.NullMarked;
