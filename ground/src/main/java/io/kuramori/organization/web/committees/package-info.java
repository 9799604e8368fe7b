/// The screens of committees, their seats and their calendar.
@NullMarked
package io.kuramori.organization.web.committees;

import org.jspecify.annotations.NullMarked;
