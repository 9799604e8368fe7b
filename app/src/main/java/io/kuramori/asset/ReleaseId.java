package io.kuramori.asset;

import java.util.UUID;

/// A release: one version of a piece of software. SBOMs belong to it, systems run it.
public record ReleaseId(UUID value) {}
