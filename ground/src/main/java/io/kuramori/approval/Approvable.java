package io.kuramori.approval;

import io.kuramori.identity.InstitutionId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Implemented by a room for a kind of record that others decide about. Both methods are called inside the transaction
/// of whoever asks or decides.
public interface Approvable {

    /// The record kind, as its migration registered it.
    String kind();

    /// What a request about the record asks for at this moment; empty when there is no such record in scope.
    Optional<Asked> asked(UUID id);

    /// What became of a request, in the transaction in which it became so: what the room writes now stands or falls
    /// with the decision. A lapse is not told: it follows from the end date that was told before.
    void told(UUID id, ApprovalId approval, Outcome outcome);

    /// @param href the record's page
    /// @param facts what the decision is about, by name; only what is material, since a request is void when any of
    ///     it changes
    record Asked(InstitutionId institution, int version, String href, Map<String, String> facts) {

        public Asked {
            facts = Map.copyOf(facts);
        }
    }
}
