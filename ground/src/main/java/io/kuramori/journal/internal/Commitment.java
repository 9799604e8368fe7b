package io.kuramori.journal.internal;

import io.kuramori.engine.journal.Digests;
import io.kuramori.engine.journal.EntryV1;
import io.kuramori.engine.journal.Json;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// What the sequencer makes of a pending entry: leaf, leaf hash, and the salts that keep fields erasable.
///
/// Byte arrays are not shared after construction.
final class Commitment {

    private static final HexFormat HEX = HexFormat.of();

    final Map<String, String> salts;
    final Map<String, String> digests;
    final byte[] stateSalt;
    final byte[] stateDigest;
    final byte[] leaf;
    final byte[] leafHash;

    private Commitment(
            Map<String, String> salts, Map<String, String> digests, byte[] stateSalt, byte[] stateDigest, byte[] leaf) {
        this.salts = salts;
        this.digests = digests;
        this.stateSalt = stateSalt;
        this.stateDigest = stateDigest;
        this.leaf = leaf;
        this.leafHash = Digests.leaf(leaf);
    }

    static Commitment to(PendingEntry entry, Json state, SecureRandom random) {
        var salts = new TreeMap<String, String>();
        var digests = new TreeMap<String, String>();
        for (var field : entry.committedFields().entrySet()) {
            byte[] salt = salt(random);
            salts.put(field.getKey(), HEX.formatHex(salt));
            digests.put(field.getKey(), HEX.formatHex(Digests.field(salt, field.getKey(), field.getValue())));
        }
        byte[] stateSalt = salt(random);
        byte[] stateDigest = Digests.state(stateSalt, state);
        var layout = new EntryV1(
                entry.kind(),
                entry.record(),
                entry.version(),
                entry.action(),
                entry.institution(),
                entry.actor(),
                entry.actorKind(),
                entry.strength(),
                entry.at(),
                digests,
                HEX.formatHex(stateDigest));
        return new Commitment(salts, digests, stateSalt, stateDigest, layout.leaf());
    }

    private static byte[] salt(SecureRandom random) {
        byte[] salt = new byte[Digests.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }
}
