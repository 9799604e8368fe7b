package io.kuramori.approval;

import java.util.UUID;

/// One request for a decision, and the decision on it.
public record ApprovalId(UUID value) {}
