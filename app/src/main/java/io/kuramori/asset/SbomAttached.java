package io.kuramori.asset;

/// A release has a new list of components. Published inside the transaction that wrote it: whoever listens does so
/// synchronously, works in it, and commits or fails with it.
public record SbomAttached(ReleaseId release) {}
