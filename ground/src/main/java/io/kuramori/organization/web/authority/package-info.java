/// The screens of the authority table (職務権限表).
@NullMarked
package io.kuramori.organization.web.authority;

import org.jspecify.annotations.NullMarked;
