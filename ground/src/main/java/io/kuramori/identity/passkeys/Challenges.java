package io.kuramori.identity.passkeys;

import io.kuramori.identity.Envelope;
import io.kuramori.identity.Envelope.CannotOpen;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What an authenticator has to sign: 128 random bits and a time, sealed for one use, so that asking costs no store
/// and nobody else can make one. Good for five minutes, once.
@Component
class Challenges {

    static final Duration LIFE = Duration.ofMinutes(5);

    private static final int NONCE_BYTES = 16;

    private final Envelope envelope;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Challenges(Envelope envelope, JdbcClient jdbc, Clock clock) {
        this.envelope = envelope;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param use what the answer will be taken for, and by whom; an answer to a challenge for another use is refused
    byte[] make(String use) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var plain = ByteBuffer.allocate(NONCE_BYTES + Long.BYTES)
                .put(nonce)
                .putLong(clock.instant().plus(LIFE).toEpochMilli())
                .array();

        return envelope.seal(plain, purpose(use));
    }

    /// Takes the challenge as answered.
    ///
    /// @throws PasskeyRefused when it is not ours, too old, or was answered before
    void answered(byte[] challenge, String use) throws PasskeyRefused {
        Instant expires = expiry(challenge, use);
        Instant now = clock.instant();
        if (!now.isBefore(expires)) {
            throw new PasskeyRefused("the challenge is too old");
        }

        jdbc.sql("delete from identity.passkey_answer where expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        int rows = jdbc.sql("""
                        /* language=sql */
                        insert into identity.passkey_answer (challenge_hash, expires_at) values (:hash, :expires)
                        on conflict do nothing
                        """)
                .param("hash", sha256(challenge))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
        if (rows == 0) {
            throw new PasskeyRefused("the challenge was answered before");
        }
    }

    private Instant expiry(byte[] challenge, String use) throws PasskeyRefused {
        try {
            return Instant.ofEpochMilli(
                    ByteBuffer.wrap(envelope.open(challenge, purpose(use))).getLong(NONCE_BYTES));
        } catch (CannotOpen e) {
            throw new PasskeyRefused("not a challenge for this use");
        }
    }

    private static String purpose(String use) {
        return "identity.passkey-challenge:" + use;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
