package io.kuramori.identity.signin;

/// A list of passwords that got about.
interface PasswordList {

    /// No list at all.
    PasswordList NONE = password -> false;

    /// @param password as given
    boolean holds(String password);
}
