/// The pages of import and export, the same for every ledger; they work without scripts.
@NullMarked
package io.kuramori.exchange.web;

import org.jspecify.annotations.NullMarked;
