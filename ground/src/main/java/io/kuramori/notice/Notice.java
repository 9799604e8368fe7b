package io.kuramori.notice;

import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.PostId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that people are to know.
///
/// @param key told once to each: telling it again does nothing; `approval:<id>:2:waiting`
/// @param words message key of the sentence
/// @param arguments of the sentence; seen in the inbox only, never in a mail
/// @param href the page to open
/// @param to accounts
/// @param acts whether it waits until somebody acts, which [Notices#settle] then says
/// @param post whose holders must act; when they do not, the post above is told; null for no escalation
public record Notice(
        String key,
        InstitutionId institution,
        String words,
        List<String> arguments,
        String href,
        Set<UUID> to,
        boolean acts,
        @Nullable PostId post) {

    public Notice {
        arguments = List.copyOf(arguments);
        to = Set.copyOf(to);
        if (!href.startsWith("/") || href.startsWith("//")) {
            throw new IllegalArgumentException("a link is a path of ours, not " + href);
        }
    }
}
