/// The WebAuthn ceremonies: what the browser is asked, and whether its answer proves anything. Knows no accounts and no
/// sessions.
@NullMarked
package io.kuramori.identity.passkeys;

import org.jspecify.annotations.NullMarked;
