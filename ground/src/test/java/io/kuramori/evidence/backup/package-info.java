@NullMarked
package io.kuramori.evidence.backup;

import org.jspecify.annotations.NullMarked;
