/// The entry layout of the journal, its canonical bytes and its hashing: what a sceptic needs to check a record by
/// hand.
///
/// Pure Java without dependencies (guideline 2.3.4.2, 2.5.2.2). The Merkle log itself (tiles, checkpoints, proofs)
/// stands on these types.
@NullMarked
package io.kuramori.engine.journal;

import org.jspecify.annotations.NullMarked;
