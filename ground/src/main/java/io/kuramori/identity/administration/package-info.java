/// Looking after accounts: inviting, locking, ending sessions, and giving somebody new second factors with two
/// administrators. Its pages, and all under `/administration/`, are for administrators of the whole group.
@NullMarked
package io.kuramori.identity.administration;

import org.jspecify.annotations.NullMarked;
