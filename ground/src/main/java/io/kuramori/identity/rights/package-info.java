/// Which role has which right, the one check of every endpoint, own-record rules, grants and emergencies.
@NullMarked
package io.kuramori.identity.rights;

import org.jspecify.annotations.NullMarked;
