/// The screens of people and their appointments.
@NullMarked
package io.kuramori.organization.web.people;

import org.jspecify.annotations.NullMarked;
