/// The screens of an institution's calendar.
@NullMarked
package io.kuramori.organization.web.calendar;

import org.jspecify.annotations.NullMarked;
