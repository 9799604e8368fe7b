/// The master key and its file, tested.
@NullMarked
package io.kuramori.identity.keys;

import org.jspecify.annotations.NullMarked;
