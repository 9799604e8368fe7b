package io.kuramori.notice.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.springframework.stereotype.Component;

/// Hands one mail to the SMTP server.
@Component
class Mailer {

    private static final String PATIENCE = String.valueOf(Duration.ofSeconds(20).toMillis());

    private final NoticeProperties properties;

    Mailer(NoticeProperties properties) {
        this.properties = properties;
    }

    /// @param id the same for every try, so that a mail that was sent twice is seen as one
    void send(String id, String to, String subject, String text, Instant at) throws MessagingException {
        var session = Session.getInstance(settings());
        var mail = new Identified(session, "<" + id + "@kuramori>");
        mail.setFrom(new InternetAddress(properties.from(), true));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        mail.setSubject(subject, StandardCharsets.UTF_8.name());
        mail.setText(text, StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(at));
        // No answer, no out-of-office reply.
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.saveChanges();
        try (Transport transport = session.getTransport()) {
            // A password without a user would be taken for that of the user whom this process runs as.
            boolean signsIn = !properties.smtp().user().isEmpty();
            transport.connect(
                    properties.smtp().host(),
                    properties.smtp().port(),
                    signsIn ? properties.smtp().user() : null,
                    signsIn ? properties.smtp().password() : null);
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    private Properties settings() {
        var settings = new Properties();
        var protocol = properties.smtp().tls().equals("tls") ? "smtps" : "smtp";
        settings.setProperty("mail.transport.protocol", protocol);
        var prefix = "mail." + protocol + ".";
        settings.setProperty(
                prefix + "auth", String.valueOf(!properties.smtp().user().isEmpty()));
        settings.setProperty(prefix + "connectiontimeout", PATIENCE);
        settings.setProperty(prefix + "timeout", PATIENCE);
        settings.setProperty(prefix + "writetimeout", PATIENCE);
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        settings.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        if (properties.smtp().tls().equals("starttls")) {
            settings.setProperty(prefix + "starttls.enable", "true");
            // Without it a mail goes nowhere rather than in the clear.
            settings.setProperty(prefix + "starttls.required", "true");
        }
        return settings;
    }

    /// A mail with an id of ours.
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
