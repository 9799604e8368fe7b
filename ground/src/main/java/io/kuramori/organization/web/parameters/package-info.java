/// The numbers that an institution sets for itself, with the article and the decision behind each.
@NullMarked
package io.kuramori.organization.web.parameters;

import org.jspecify.annotations.NullMarked;
