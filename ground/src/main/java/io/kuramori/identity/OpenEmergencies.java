package io.kuramori.identity;

import java.time.Instant;
import java.util.List;

/// Emergencies that are open now (緊急時の権限): who took further rights for himself, why, and until when.
public interface OpenEmergencies {

    /// Those that concern an institution which the caller reaches, the newest first.
    List<Emergency> concerning(Caller caller);

    record Emergency(String name, String reason, Instant until) {}
}
