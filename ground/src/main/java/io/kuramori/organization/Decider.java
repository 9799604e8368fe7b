package io.kuramori.organization;

/// Whoever the authority table names: a post or a body, here or at a parent institution.
public sealed interface Decider {

    /// The post decides alone.
    record ByPost(PostId post) implements Decider {}

    /// The body decides with its quorum.
    record ByCommittee(CommitteeId committee) implements Decider {}
}
