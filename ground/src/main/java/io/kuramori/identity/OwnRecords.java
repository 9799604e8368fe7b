package io.kuramori.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/// The one place that says which records somebody may change: every record where his right says so, or only those that
/// belong to a post he holds today. What he may read is wider, and is the scope's matter.
///
/// Rooms ask it with the record's institution and owner before they change one, inside their transaction.
public interface OwnRecords {

    /// What the right covers at this moment; for a list, ask once.
    Coverage of(Caller caller, Right right);

    default boolean allows(Caller caller, Right right, @Nullable InstitutionId institution, @Nullable UUID ownerPost) {
        return of(caller, right).covers(institution, ownerPost);
    }

    /// @throws AccessDeniedException when [#allows] says no
    default void demand(Caller caller, Right right, @Nullable InstitutionId institution, @Nullable UUID ownerPost) {
        if (!allows(caller, right, institution, ownerPost)) {
            throw new AccessDeniedException(right + " does not cover the record");
        }
    }

    /// The records that a right covers.
    @FunctionalInterface
    interface Coverage {

        /// @param institution whose record it is; null for one of the whole group
        /// @param ownerPost the post that owns it; null for nobody yet
        boolean covers(@Nullable InstitutionId institution, @Nullable UUID ownerPost);
    }
}
