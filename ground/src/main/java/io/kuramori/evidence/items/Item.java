package io.kuramori.evidence.items;

import io.kuramori.evidence.ItemKind;
import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.PostId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A piece of evidence as it is stored.
///
/// @param received the moment it came here, the third of its dates
public record Item(
        UUID id,
        int version,
        InstitutionId institution,
        String code,
        Facts facts,
        Content content,
        Instant received,
        UUID receivedBy,
        @Nullable LocalDate retiredOn) {

    /// What people say about it.
    ///
    /// @param shows what it shows, in words
    /// @param from first day of the period of which it speaks
    /// @param collected the day it was taken from where it arose
    /// @param collectedBy who took it, where that is not who entered it
    public record Facts(
            String title,
            String shows,
            PostId owner,
            LocalDate from,
            LocalDate to,
            LocalDate collected,
            @Nullable String collectedBy) {}

    /// What it is. Never changes, but for the place of a document.
    public sealed interface Content {

        ItemKind kind();
    }

    /// @param sniffed media type by the bytes
    /// @param declared media type by the name
    /// @param reason why it was accepted with what was found in it
    public record StoredFile(
            String sha256,
            long size,
            String name,
            String sniffed,
            String declared,
            boolean agrees,
            Looking looked,
            long individual,
            long cards,
            @Nullable String reason)
            implements Content {

        @Override
        public ItemKind kind() {
            return ItemKind.FILE;
        }
    }

    /// @param sha256 of the document, where somebody told it
    public record Reference(
            String number,
            @Nullable String edition,
            String place,
            @Nullable String sha256) implements Content {

        @Override
        public ItemKind kind() {
            return ItemKind.REFERENCE;
        }
    }

    /// What looking for individual and card numbers came to.
    public enum Looking {
        CLEAN,
        NOT_READ,
        ACCEPTED
    }
}
