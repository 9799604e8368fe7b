package io.kuramori.identity.signin;

import io.kuramori.identity.oidc.Question;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody on the way to a directory and back.
///
/// @param provider its short name
/// @param next where to go afterwards
/// @param session the one that was open when they left; null for none
record Flow(
        String provider,
        Question question,
        String next,
        @Nullable UUID session,
        Instant expires) {

    /// One line a part; none of them has a line break of its own.
    String text() {
        return String.join(
                "\n",
                provider,
                question.state(),
                question.nonce(),
                question.verifier(),
                question.redirectUri(),
                Boolean.toString(question.again()),
                next,
                session == null ? "" : session.toString(),
                Long.toString(expires.toEpochMilli()));
    }

    static Flow parse(String text) {
        var part = text.split("\n", -1);

        return new Flow(
                part[0],
                new Question(part[1], part[2], part[3], part[4], Boolean.parseBoolean(part[5])),
                part[6],
                part[7].isEmpty() ? null : UUID.fromString(part[7]),
                Instant.ofEpochMilli(Long.parseLong(part[8])));
    }

    @Override
    public String toString() {
        return "Flow[" + provider + "]";
    }
}
