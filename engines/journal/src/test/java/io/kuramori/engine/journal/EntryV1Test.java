package io.kuramori.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The test vectors of entry layout v1. They were computed apart from this code (Python's hashlib and json) and are
/// fixed: whoever must change them is making layout v2.
class EntryV1Test {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] SALT_A = HEX.parseHex("000102030405060708090a0b0c0d0e0f");
    private static final byte[] SALT_B = HEX.parseHex("101112131415161718191a1b1c1d1e1f");
    private static final byte[] SALT_STATE = HEX.parseHex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");

    @Test
    void fieldDigest() {
        assertThat(HEX.formatHex(Digests.field(SALT_A, "name", new Json.Str("勘定系"))))
                .isEqualTo("1ac7c15a061b15d2ae3bb51e7aba195cf0bcc114231d3a86c4208622b8fce307");
    }

    @Test
    void stateDigestOfADeletedRecord() {
        assertThat(HEX.formatHex(Digests.state(SALT_STATE, Json.NULL)))
                .isEqualTo("cde72dad2231ca94c9afe8582946cab49a2b6a7b6d3092e0e7b5cd4faa120349");
    }

    @Test
    void leafAndItsHash() {
        byte[] leaf = entry().leaf();

        assertThat(new String(leaf, StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"action\":\"update\",\"actor\":\"00000000-0000-7000-8000-000000000001\",\"at\":\"2026-11-23T05:05:00.500000Z\",\"by\":\"SYSTEM\",\"fields\":\"c8728efd4d0e47195888baa9c12f772930420b11a3618ffc9e9f02d92e8930e7\",\"institution\":null,\"kind\":\"system\",\"record\":\"01936f00-0000-7000-8000-00000000002a\",\"state\":\"e11c4361a58e589347281cf64f1cd097e9f6cc1dc7db6bfbc04e15ee1a7d3dcb\",\"strength\":\"MACHINE\",\"v\":1,\"version\":2}");
        assertThat(HEX.formatHex(Digests.leaf(leaf)))
                .isEqualTo("e220d14301085be94b18a923a433638ff9a59296ff93d69133ad65939443fb27");
    }

    @Test
    void staysUnderItsLimitWithTheLongestMembers() {
        var longest = new EntryV1(
                "k".repeat(64),
                UUID.randomUUID(),
                Integer.MAX_VALUE,
                "update",
                Optional.of(UUID.randomUUID()),
                UUID.randomUUID(),
                "SERVICE",
                "MULTI_FACTOR",
                Instant.parse("9999-12-31T23:59:59.999999Z"),
                new TreeMap<>(),
                "0".repeat(64));

        assertThat(longest.leaf()).hasSizeLessThan(EntryV1.MAX_LEAF_BYTES);
    }

    @Test
    void merkleRootFollowsRfc6962() {
        // The empty tree, and the first three inputs of the RFC's reference tests: "", 00, 10.
        assertThat(HEX.formatHex(Digests.merkleRoot(List.of())))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(HEX.formatHex(Digests.merkleRoot(List.of(new byte[0], new byte[] {0}, new byte[] {0x10}))))
                .isEqualTo("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
    }

    private static EntryV1 entry() {
        var fields = new TreeMap<String, String>();
        fields.put("name", HEX.formatHex(Digests.field(SALT_A, "name", new Json.Str("勘定系"))));
        fields.put("@reason", HEX.formatHex(Digests.field(SALT_B, "@reason", new Json.Str("棚卸"))));
        var state = new Json.Obj(Map.of("name", new Json.Str("勘定系"), "version", new Json.Num(2)));
        return new EntryV1(
                "system",
                UUID.fromString("01936f00-0000-7000-8000-00000000002a"),
                2,
                "update",
                Optional.empty(),
                UUID.fromString("00000000-0000-7000-8000-000000000001"),
                "SYSTEM",
                "MACHINE",
                Instant.parse("2026-11-23T05:05:00.5Z"),
                fields,
                HEX.formatHex(Digests.state(SALT_STATE, state)));
    }
}
