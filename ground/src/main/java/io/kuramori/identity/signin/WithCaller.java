package io.kuramori.identity.signin;

import io.kuramori.identity.Caller;

/// Whoever Spring Security carries through a request: a person in a session, or a program with a key.
sealed interface WithCaller permits SignedIn, CalledByKey {

    Caller caller();
}
