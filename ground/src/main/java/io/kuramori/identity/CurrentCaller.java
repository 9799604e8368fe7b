package io.kuramori.identity;

import java.util.Optional;

/// Who is signed in on the request that this thread serves; for what has no controller parameter, such as the layout.
/// Controllers declare a [Caller] parameter instead.
public interface CurrentCaller {

    /// Empty on pages that need no sign-in, and outside requests.
    Optional<Caller> find();
}
