package io.kuramori.asset.systems;

import java.util.UUID;

/// What can be done to several systems at once.
sealed interface BulkAct {

    /// States that the records are right as they stand today.
    record Confirm() implements BulkAct {}

    /// Makes a post answer for them.
    record Own(UUID post) implements BulkAct {}

    record Retire() implements BulkAct {}
}
