/// Measurements of the real application in a process of its own, with a data folder that is thrown away.
@NullMarked
package io.kuramori.benchmarks;

import org.jspecify.annotations.NullMarked;
