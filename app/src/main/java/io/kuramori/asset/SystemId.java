package io.kuramori.asset;

import java.util.UUID;

/// An information system or an external service of the ledger.
public record SystemId(UUID value) {}
