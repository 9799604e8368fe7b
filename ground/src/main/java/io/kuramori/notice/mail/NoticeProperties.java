package io.kuramori.notice.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How mail leaves the house.
///
/// @param address where people sign in, as they type it; it stands in mails
/// @param from the sender
/// @param escalateAfter business days after which the post above is told
/// @param smtp without a host no mail is sent; the inbox works all the same
@ConfigurationProperties("kuramori.notice")
public record NoticeProperties(
        @Nullable URI address,
        @DefaultValue("kuramori@localhost") String from,
        @DefaultValue("3") int escalateAfter,
        @DefaultValue Smtp smtp) {

    /// @param tls `starttls` demands STARTTLS, `tls` speaks TLS from the first byte, `none` is for the own machine
    public record Smtp(
            @DefaultValue("") String host,
            @DefaultValue("587") int port,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("starttls") String tls) {}

    public boolean mails() {
        return !smtp.host().isBlank();
    }
}
