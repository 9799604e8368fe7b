/// The journal against a real PostgreSQL.
@NullMarked
package io.kuramori.journal.internal;

import org.jspecify.annotations.NullMarked;
