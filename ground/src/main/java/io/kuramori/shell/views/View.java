package io.kuramori.shell.views;

import java.util.UUID;

/// A row of `shell.saved_view`.
///
/// @param query filters, order and columns, `?q=…&cols=…`, or empty for the plain list
record View(UUID id, UUID owner, String ownerName, int version, String name, String query, boolean shared) {}
