package io.kuramori.organization;

import java.util.UUID;

/// A department (部署) of an institution.
public record DepartmentId(UUID value) {}
