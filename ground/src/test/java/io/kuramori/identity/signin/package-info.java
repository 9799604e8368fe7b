/// Signing in, tested through the real filter chain on a real database.
@NullMarked
package io.kuramori.identity.signin;

import org.jspecify.annotations.NullMarked;
