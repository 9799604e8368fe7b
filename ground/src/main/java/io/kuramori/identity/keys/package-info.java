/// The master key and what is sealed with it.
@NullMarked
package io.kuramori.identity.keys;

import org.jspecify.annotations.NullMarked;
