package io.kuramori.evidence.items;

import io.kuramori.identity.RestrictedRecords.GlassRead;
import io.kuramori.organization.Accounts;
import io.kuramori.organization.Post;
import io.kuramori.organization.Trail;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Everything that an item's page tells.
///
/// @param changeable whether the reader may change it
/// @param custody the newest first
/// @param glass readings in an emergency, seen by named readers
/// @param links records that the reader sees
/// @param same other items in sight with the same bytes
/// @param readers named readers; empty when it is not restricted
/// @param known whom one may name
/// @param posts who may own it
public record Sheet(
        Item item,
        String institution,
        String owner,
        LocalDate today,
        boolean changeable,
        List<Custody> custody,
        List<GlassRead> glass,
        List<StoredLinks.Shown> links,
        List<Item> same,
        Set<UUID> readers,
        List<Accounts.Known> known,
        List<Post> posts,
        Map<UUID, String> names,
        Trail trail) {

    public Sheet {
        custody = List.copyOf(custody);
        glass = List.copyOf(glass);
        links = List.copyOf(links);
        same = List.copyOf(same);
        readers = Set.copyOf(readers);
        known = List.copyOf(known);
        posts = List.copyOf(posts);
        names = Map.copyOf(names);
    }

    public String name(UUID account) {
        return names.getOrDefault(account, "");
    }
}
