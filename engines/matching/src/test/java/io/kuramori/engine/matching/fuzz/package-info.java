/// Every parser of the engine as a fuzz target: one registry for the campaign, which searches for inputs that break
/// one,
/// and for the tests, which replay those once found.
@NullMarked
package io.kuramori.engine.matching.fuzz;

import org.jspecify.annotations.NullMarked;
