package io.kuramori.identity.rights;

import io.kuramori.identity.Caller;
import io.kuramori.identity.OwnRecords.Coverage;
import io.kuramori.identity.Right;
import java.util.Optional;

/// The decision itself, for endpoints and for records. Everything that refuses in code asks here; a test puts another
/// in its place to see what the database refuses alone.
interface Gate {

    /// The caller as the endpoint shall see him; empty when he may not call it.
    Optional<Caller> admit(Caller caller, Right right);

    /// The records that the right covers. Kuramori itself is not asked.
    Coverage coverage(Caller caller, Right right);
}
