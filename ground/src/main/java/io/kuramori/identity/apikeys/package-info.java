/// Service accounts and their keys: what programs prove themselves with.
@NullMarked
package io.kuramori.identity.apikeys;

import org.jspecify.annotations.NullMarked;
