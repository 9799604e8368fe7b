/// PostgreSQL 18 started and watched by Kuramori: binaries, cluster, process, roles.
@NullMarked
package io.kuramori.database.embedded;

import org.jspecify.annotations.NullMarked;
