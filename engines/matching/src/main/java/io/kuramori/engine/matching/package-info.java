/// Components × advisories → matches, each with the sentence that says why (guideline 2.2.3).
///
/// Pure Java, no I/O in the core, immutable after construction, safe for many threads.
@NullMarked
package io.kuramori.engine.matching;

import org.jspecify.annotations.NullMarked;
