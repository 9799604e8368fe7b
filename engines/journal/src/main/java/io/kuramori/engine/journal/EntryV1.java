package io.kuramori.engine.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Layout version 1 of a journal entry: what the leaf of the log commits to. **Fixed**: a change is a new version.
///
/// A leaf is the RFC 8785 canonical JSON of these members, always fewer than 1,024 bytes:
///
/// | Member | Value |
/// |---|---|
/// | `v` | 1 |
/// | `kind` | record kind, at most 64 characters of `a-z0-9.-` |
/// | `record` | the record's UUID |
/// | `version` | the record's version after the change, from 1 |
/// | `action` | `insert`, `update`, `delete` or `batch` |
/// | `institution` | UUID, or null for what belongs to the whole group |
/// | `actor` | the acting account's UUID |
/// | `by` | `PERSON`, `SERVICE` or `SYSTEM` |
/// | `strength` | how strongly the actor was proved |
/// | `at` | the change's time, UTC, microseconds, `2026-11-23T05:05:00.123456Z` |
/// | `fields` | Merkle root, hexadecimal, over the digests of the changed fields in order of their names |
/// | `state` | salted digest, hexadecimal, of the record's whole state after the change; of null when deleted |
///
/// Free text (reason, request id) is among the fields, under names that begin with `@`: it can be erased like any field
/// while the leaf and every proof over it hold.
///
/// @param fieldDigests field name to digest, lower-case hexadecimal
/// @param stateDigest lower-case hexadecimal
public record EntryV1(
        String kind,
        UUID record,
        int version,
        String action,
        Optional<UUID> institution,
        UUID actor,
        String by,
        String strength,
        Instant at,
        SortedMap<String, String> fieldDigests,
        String stateDigest) {

    /// Every leaf is shorter than this, in bytes.
    public static final int MAX_LEAF_BYTES = 1024;

    private static final HexFormat HEX = HexFormat.of();
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    public EntryV1 {
        if (!kind.matches("[a-z0-9.-]{1,64}")) {
            throw new IllegalArgumentException("not a record kind: " + kind);
        }
        if (version < 1) {
            throw new IllegalArgumentException("version " + version);
        }
        fieldDigests = new TreeMap<>(fieldDigests);
    }

    /// The leaf's bytes.
    public byte[] leaf() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("v", new Json.Num(1));
        members.put("kind", new Json.Str(kind));
        members.put("record", new Json.Str(record.toString()));
        members.put("version", new Json.Num(version));
        members.put("action", new Json.Str(action));
        members.put(
                "institution",
                institution.<Json>map(id -> new Json.Str(id.toString())).orElse(Json.NULL));
        members.put("actor", new Json.Str(actor.toString()));
        members.put("by", new Json.Str(by));
        members.put("strength", new Json.Str(strength));
        members.put("at", new Json.Str(time(at)));
        members.put("fields", new Json.Str(HEX.formatHex(fieldsRoot())));
        members.put("state", new Json.Str(stateDigest));
        byte[] leaf = CanonicalJson.bytes(new Json.Obj(members));
        if (leaf.length >= MAX_LEAF_BYTES) {
            throw new IllegalStateException("leaf of " + leaf.length + " bytes");
        }
        return leaf;
    }

    private byte[] fieldsRoot() {
        return Digests.merkleRoot(
                fieldDigests.values().stream().map(HEX::parseHex).toList());
    }

    /// Always six decimals, where `Instant.toString` drops zeros.
    private static String time(Instant at) {
        return MICROSECONDS.format(at);
    }
}
