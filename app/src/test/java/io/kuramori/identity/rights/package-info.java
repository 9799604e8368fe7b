/// Tests of the rights over the whole application.
@NullMarked
package io.kuramori.identity.rights;

import org.jspecify.annotations.NullMarked;
