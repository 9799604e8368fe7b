/// Reads GitHub's own form of its advisories, as its REST and GraphQL interfaces give it.
@NullMarked
package io.kuramori.engine.matching.ghsa;

import org.jspecify.annotations.NullMarked;
