package io.kuramori.identity;

import java.util.Map;

/// What institutions are called. Declared here for the pages of administration and implemented by `organization`, which
/// owns them.
public interface InstitutionNames {

    /// Names of the institutions that the caller sees, in the order in which they are to be shown.
    Map<InstitutionId, String> of(Caller caller);
}
