/// How the organization is stored and changed.
@NullMarked
package io.kuramori.organization.internal;

import org.jspecify.annotations.NullMarked;
