/// Ledgers as files: exports that come back unchanged, and templates to fill in.
@NullMarked
package io.kuramori.exchange.writing;

import org.jspecify.annotations.NullMarked;
