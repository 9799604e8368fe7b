/// Evidence, stored: items, who handled them, the records they are attached to.
@NullMarked
package io.kuramori.evidence.items;

import org.jspecify.annotations.NullMarked;
