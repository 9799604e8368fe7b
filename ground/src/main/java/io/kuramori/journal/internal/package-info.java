/// Sequencing of entries and the check of live rows against them.
@NullMarked
package io.kuramori.journal.internal;

import org.jspecify.annotations.NullMarked;
