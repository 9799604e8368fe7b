package io.kuramori.identity;

/// Who looks after the platform: for what is shown to administrators alone. Their pages ask for themselves.
public interface Administrators {

    /// Whether the caller is a person who is an administrator of the whole group today.
    boolean include(Caller caller);
}
