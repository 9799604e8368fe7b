/// Reads JVN iPedia: VULDEF 3 details and the items of its RSS with mod_sec.
@NullMarked
package io.kuramori.engine.matching.jvn;

import org.jspecify.annotations.NullMarked;
