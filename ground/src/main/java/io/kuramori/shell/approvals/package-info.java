/// The register of decisions as a list, and the place of decisions in rail and on 「今日」; their module stands below the
/// shell and cannot say it itself.
@NullMarked
package io.kuramori.shell.approvals;

import org.jspecify.annotations.NullMarked;
