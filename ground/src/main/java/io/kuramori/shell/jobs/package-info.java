/// Background work on screen: progress, cancel, retry, result.
@NullMarked
package io.kuramori.shell.jobs;

import org.jspecify.annotations.NullMarked;
