/// The screens of the organization.
@NullMarked
package io.kuramori.organization.web;

import org.jspecify.annotations.NullMarked;
