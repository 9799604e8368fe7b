package io.kuramori.notice;

import io.kuramori.identity.Caller;

/// Tells people.
public interface Notices {

    /// Into the inbox of each, and by mail to those who want it. Inside the caller's write transaction: nobody is told
    /// of what was rolled back.
    void tell(Caller caller, Notice notice);

    /// What waited for somebody does not wait any longer: every notice whose key begins so. Inside the caller's write
    /// transaction.
    void settle(Caller caller, String keyPrefix);

    /// How many notices the caller has not read, or has not acted on.
    int unread(Caller caller);
}
