@NullMarked
package io.kuramori.identity.apikeys;

import org.jspecify.annotations.NullMarked;
