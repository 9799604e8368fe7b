/// What every page of the organization has around it: which institution is looked at, and where else to go.
@NullMarked
package io.kuramori.organization.web.frame;

import org.jspecify.annotations.NullMarked;
