/// The screens of departments and posts.
@NullMarked
package io.kuramori.organization.web.structure;

import org.jspecify.annotations.NullMarked;
