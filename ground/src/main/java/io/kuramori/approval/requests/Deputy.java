package io.kuramori.approval.requests;

import io.kuramori.approval.rules.Delegation;
import io.kuramori.identity.InstitutionId;
import java.util.UUID;

/// A delegation as it is stored.
public record Deputy(UUID id, InstitutionId institution, int version, Delegation delegation) {}
