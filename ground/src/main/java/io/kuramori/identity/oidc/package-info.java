/// OpenID Connect: what a provider is asked, and whether its answer proves anything. Knows no accounts and no sessions.
@NullMarked
package io.kuramori.identity.oidc;

import org.jspecify.annotations.NullMarked;
