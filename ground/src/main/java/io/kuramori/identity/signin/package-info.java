/// Signing in: accounts, second factors, sessions, throttling, the first administrator, and the filter chain.
@NullMarked
package io.kuramori.identity.signin;

import org.jspecify.annotations.NullMarked;
