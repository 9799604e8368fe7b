package io.kuramori.organization;

import io.kuramori.identity.Caller;
import java.util.UUID;

/// Histories of records with the names behind their ids: of accounts, institutions, departments, posts, people, bodies.
public interface Trails {

    /// The record's history, the newest first; without changes when there is no such record in scope.
    ///
    /// @param kind the record kind, as its migration registered it
    Trail of(Caller caller, String kind, UUID id);
}
