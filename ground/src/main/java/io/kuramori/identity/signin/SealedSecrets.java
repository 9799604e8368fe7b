package io.kuramori.identity.signin;

import io.kuramori.identity.Envelope;
import io.kuramori.identity.SealedValues;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The secrets of authenticator apps under a new master key. What else identity seals lives for minutes (forms that
/// wait, enrolments under way) and is let go instead.
@Component
class SealedSecrets implements SealedValues {

    private final JdbcClient jdbc;
    private final Envelope envelope;

    SealedSecrets(JdbcClient jdbc, Envelope envelope) {
        this.jdbc = jdbc;
        this.envelope = envelope;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sealed(UUID account, byte[] secret) {}

    @Override
    public int resealSome(byte[] old, int most) {
        jdbc.sql("delete from identity.held_form where substring(sealed from 2 for 8) = :old")
                .param("old", old)
                .update();
        jdbc.sql("""
                        /* language=sql */
                        update identity.session set pending_totp = null
                        where pending_totp is not null and substring(pending_totp from 2 for 8) = :old
                        """).param("old", old).update();
        var some = jdbc.sql("""
                        /* language=sql */
                        select id, totp_secret from identity.account
                        where totp_secret is not null and substring(totp_secret from 2 for 8) = :old
                        order by id limit :most for update
                        """)
                .param("old", old)
                .param("most", most)
                .query((row, index) -> new Sealed(row.getObject(1, UUID.class), row.getBytes(2)))
                .list();
        some.forEach(this::reseal);
        return some.size();
    }

    private void reseal(Sealed sealed) {
        var purpose = SecondFactors.purpose(sealed.account());
        jdbc.sql("update identity.account set version = version + 1, totp_secret = :secret where id = :id")
                .param("id", sealed.account())
                .param("secret", envelope.seal(envelope.open(sealed.secret(), purpose), purpose))
                .update();
    }
}
