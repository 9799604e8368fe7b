package io.kuramori.identity.signin;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A passkey and the browser around it, written from WebAuthn level 3 (§5.8.1, §6.1, §6.5) and RFC 8949 alone. Says
/// whatever a test wants, also what no honest browser would.
final class SoftAuthenticator {

    private static final int USER_PRESENT = 1;
    private static final int USER_VERIFIED = 4;
    private static final int ATTESTED = 64;

    final byte[] id = Secrets.random(16);

    private final KeyPair keys = keys();
    private String origin = "http://localhost";
    private String site = "localhost";
    private boolean verifies = true;
    private byte @Nullable [] handle;
    private int count;

    SoftAuthenticator at(String origin, String site) {
        this.origin = origin;
        this.site = site;
        return this;
    }

    SoftAuthenticator verifying(boolean verifies) {
        this.verifies = verifies;
        return this;
    }

    SoftAuthenticator of(UUID account) {
        this.handle = ByteBuffer.allocate(16)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array();
        return this;
    }

    SoftAuthenticator counting(int count) {
        this.count = count;
        return this;
    }

    /// The answer to creation options.
    String create(String options) {
        var client = clientData("webauthn.create", options);
        var key = (ECPublicKey) keys.getPublic();
        var data = join(
                authenticatorData(ATTESTED),
                new byte[16],
                new byte[] {0, (byte) id.length},
                id,
                // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
                new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32},
                number(key.getW().getAffineX().toByteArray()),
                new byte[] {0x22, 0x58, 32},
                number(key.getW().getAffineY().toByteArray()));
        var object = join(
                new byte[] {(byte) 0xa3},
                text("fmt"),
                text("none"),
                text("attStmt"),
                new byte[] {(byte) 0xa0},
                text("authData"),
                new byte[] {0x58, (byte) data.length},
                data);

        return "{\"id\":\"%s\",\"rawId\":\"%s\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\",\"transports\":[\"usb\"]}}"
                .formatted(encoded(id), encoded(id), encoded(client), encoded(object));
    }

    /// The answer to request options.
    String get(String options) {
        var client = clientData("webauthn.get", options);
        count++;
        var data = authenticatorData(0);
        var user = handle == null ? "" : ",\"userHandle\":\"" + encoded(handle) + "\"";

        return "{\"id\":\"%s\",\"rawId\":\"%s\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{\"clientDataJSON\":\"%s\",\"authenticatorData\":\"%s\",\"signature\":\"%s\"%s}}"
                .formatted(
                        encoded(id),
                        encoded(id),
                        encoded(client),
                        encoded(data),
                        encoded(signed(join(data, sha256(client)))),
                        user);
    }

    private byte[] clientData(String type, String options) {
        var challenge = Pattern.compile("\"challenge\":\"([^\"]+)\"").matcher(options);
        if (!challenge.find()) {
            throw new AssertionError("no challenge in " + options);
        }
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge.group(1), origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int flags) {
        int all = flags | USER_PRESENT | (verifies ? USER_VERIFIED : 0);

        return join(
                sha256(site.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) all},
                ByteBuffer.allocate(Integer.BYTES).putInt(count).array());
    }

    private byte[] signed(byte[] bytes) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /// 32 bytes, the most significant first.
    private static byte[] number(byte[] signed) {
        byte[] bytes = new byte[32];
        int from = Math.max(0, signed.length - 32);
        System.arraycopy(signed, from, bytes, 32 - (signed.length - from), signed.length - from);

        return bytes;
    }

    private static byte[] text(String text) {
        return join(new byte[] {(byte) (0x60 + text.length())}, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(joined::writeBytes);

        return joined.toByteArray();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
