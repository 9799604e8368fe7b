/// How background work keeps its promises: the jobs' table, the runner, the scheduler.
@NullMarked
package io.kuramori.work.internal;

import org.jspecify.annotations.NullMarked;
