/// Immutable files of numbered records and of lists found by a key; they know bytes and nothing of advisories.
@NullMarked
package io.kuramori.engine.matching.segment;

import org.jspecify.annotations.NullMarked;
