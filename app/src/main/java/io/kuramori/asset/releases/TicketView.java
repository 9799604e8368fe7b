package io.kuramori.asset.releases;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kuramori.asset.releases.SbomApi.Located;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A receipt as programs read it.
///
/// @param state `queued`, `done`, `overtaken` or `failed`
/// @param form what the bill is written in; absent until it is taken in, as are the counts
/// @param remarks what is amiss without a component being lost; the first hundred
@JsonInclude(JsonInclude.Include.NON_NULL)
record TicketView(
        UUID ticket,
        String state,
        ReleaseView release,
        Instant receivedAt,
        @Nullable Instant finishedAt,
        String sha256,
        long size,
        @Nullable String form,
        @Nullable Integer components,
        @Nullable Integer unidentified,
        @Nullable Integer remarkCount,
        @Nullable List<Located> remarks) {

    /// A release as it is named in an answer.
    ///
    /// @param institution its code; absent for the group's own
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReleaseView(
            UUID id, String code, @Nullable String institution, String software, String version, String page) {

        static ReleaseView of(Release release) {
            return new ReleaseView(
                    release.id().value(),
                    release.code(),
                    release.institutionCode(),
                    release.software(),
                    release.label(),
                    release.path());
        }
    }
}
