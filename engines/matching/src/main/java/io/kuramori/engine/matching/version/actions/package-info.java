/// Versions of GitHub Actions.
@NullMarked
package io.kuramori.engine.matching.version.actions;

import org.jspecify.annotations.NullMarked;
