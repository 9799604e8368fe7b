/// Measurements of the matching engine, over a generated corpus and whatever real advisories are at hand.
@NullMarked
package io.kuramori.benchmarks.matching;

import org.jspecify.annotations.NullMarked;
