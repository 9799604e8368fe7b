/// Actions as a list, and their place in rail and on 「今日」; their module stands below the shell and cannot say it
/// itself.
@NullMarked
package io.kuramori.shell.actions;

import org.jspecify.annotations.NullMarked;
