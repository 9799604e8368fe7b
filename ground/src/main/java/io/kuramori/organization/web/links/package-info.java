/// Administration → accounts and people: which account is which person of the ledger.
@NullMarked
package io.kuramori.organization.web.links;

import org.jspecify.annotations.NullMarked;
