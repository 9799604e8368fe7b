package io.kuramori.organization;

import java.util.UUID;

/// A post (役職・ポスト): what owns records, whoever holds it.
public record PostId(UUID value) {}
