package io.kuramori.shell;

import java.util.UUID;

/// A view of a list that somebody gave a name.
///
/// @param version what a rename or removal is based on
/// @param address where it leads
/// @param shared whether everybody of its institution sees it
/// @param mine whether it belongs to the caller, who alone may change it
/// @param owner name of whoever saved it
public record SavedView(
        UUID id, int version, String name, String address, boolean shared, boolean mine, String owner) {}
