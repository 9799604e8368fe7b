package io.kuramori.organization;

import java.util.UUID;

/// One appointment of one person to one post.
public record AppointmentId(UUID value) {}
