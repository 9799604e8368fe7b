@NullMarked
package io.kuramori.evidence.items;

import org.jspecify.annotations.NullMarked;
