package io.kuramori.action;

import java.util.UUID;

/// The record from which an action came.
///
/// @param kind the record kind, as its migration registered it
/// @param href its page
public record Source(String kind, UUID id, String href) {}
