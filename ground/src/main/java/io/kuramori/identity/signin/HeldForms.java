package io.kuramori.identity.signin;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.kuramori.identity.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Forms that wait for their sender's proof: sealed, for a quarter of an hour, for the sender's eyes only.
@Component
public class HeldForms {

    static final Duration LIFE = Duration.ofMinutes(15);

    /// Of the encoded fields; larger forms are not kept.
    private static final int LARGEST = 256 * 1024;

    private final JdbcClient jdbc;
    private final Envelope envelope;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    HeldForms(JdbcClient jdbc, Envelope envelope, Clock clock) {
        this.jdbc = jdbc;
        this.envelope = envelope;
        this.clock = clock;
    }

    /// One filled-in field.
    public record Filled(String name, String value) {}

    /// A form as it was sent.
    ///
    /// @param path where to
    /// @param fields in their order, without the form token
    public record Held(String path, List<Filled> fields) {
        public Held {
            fields = List.copyOf(fields);
        }
    }

    static String path(UUID id) {
        return "/step-up/form/" + id;
    }

    /// Keeps the form of the request; empty when it cannot be kept (files, too large).
    Optional<UUID> hold(HttpServletRequest request, Session session) {
        var type = request.getContentType();
        if (type != null && !type.startsWith("application/x-www-form-urlencoded")) {
            return Optional.empty();
        }

        var lines = new ArrayList<String>();
        lines.add(request.getRequestURI().substring(request.getContextPath().length()));
        request.getParameterMap().forEach((name, values) -> {
            for (String value : values) {
                if (!name.equals(BoundCsrfTokens.PARAMETER)) {
                    lines.add(encoded(name) + "=" + encoded(value));
                }
            }
        });
        byte[] text = String.join("\n", lines).getBytes(StandardCharsets.US_ASCII);
        return text.length > LARGEST ? Optional.empty() : Optional.of(store(text, session.accountId()));
    }

    /// The account's form, while it lives.
    Optional<Held> find(UUID id, UUID account) {
        return jdbc.sql("""
                        /* language=sql */
                        select sealed from identity.held_form
                        where id = :id and account_id = :account and expires_at > :now
                        """)
                .param("id", id)
                .param("account", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(byte[].class)
                .optional()
                .map(kept -> parsed(new String(envelope.open(kept, purpose(id)), StandardCharsets.US_ASCII)));
    }

    private UUID store(byte[] text, UUID account) {
        UUID id = ids.generate();
        var now = clock.instant();
        jdbc.sql("delete from identity.held_form where expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        /* language=sql */
                        insert into identity.held_form (id, account_id, expires_at, sealed)
                        values (:id, :account, :expires, :sealed)
                        """)
                .param("id", id)
                .param("account", account)
                .param("expires", now.plus(LIFE).atOffset(ZoneOffset.UTC))
                .param("sealed", envelope.seal(text, purpose(id)))
                .update();

        return id;
    }

    private static Held parsed(String text) {
        var lines = text.split("\n", -1);
        var fields = new ArrayList<Filled>();
        for (int i = 1; i < lines.length; i++) {
            int equals = lines[i].indexOf('=');
            fields.add(new Filled(decoded(lines[i].substring(0, equals)), decoded(lines[i].substring(equals + 1))));
        }
        return new Held(lines[0], fields);
    }

    private static String purpose(UUID id) {
        return "identity.held-form:" + id;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
