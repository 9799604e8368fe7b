/// Evidence as a list, on the pages of records, in the search and in the rail; its module stands below the shell and
/// cannot say it itself.
@NullMarked
package io.kuramori.shell.evidence;

import org.jspecify.annotations.NullMarked;
