/// Backup, restore and the socket through which a command reaches the running server (guideline 2.3.3).
@NullMarked
package io.kuramori.evidence.backup;

import org.jspecify.annotations.NullMarked;
