@NullMarked
package io.kuramori.evidence.blobs;

import org.jspecify.annotations.NullMarked;
