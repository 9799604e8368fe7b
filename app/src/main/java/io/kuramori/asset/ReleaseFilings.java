package io.kuramori.asset;

import io.kuramori.identity.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How programs file releases.
public interface ReleaseFilings {

    /// What is null stays as it is.
    ///
    /// @throws org.springframework.security.access.AccessDeniedException when the caller may not enter releases
    Outcome file(
            Caller caller,
            ReleaseId release,
            @Nullable List<String> tags,
            @Nullable Boolean latest,
            @Nullable ReleaseId parent);

    enum Outcome {
        CHANGED,
        UNCHANGED,
        NO_RELEASE,
        NO_PARENT
    }
}
