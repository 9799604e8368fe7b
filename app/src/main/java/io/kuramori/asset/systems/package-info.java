/// The ledger of information systems and external services, and who does what for each (guideline 2.2.1.1).
@NullMarked
package io.kuramori.asset.systems;

import org.jspecify.annotations.NullMarked;
