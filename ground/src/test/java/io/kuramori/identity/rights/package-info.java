/// Tests of the rights that need no screen.
@NullMarked
package io.kuramori.identity.rights;

import org.jspecify.annotations.NullMarked;
