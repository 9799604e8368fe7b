package io.kuramori.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.kuramori.identity.Transactions;
import io.kuramori.notice.Notices;
import io.kuramori.notice.inbox.Inboxes;
import io.kuramori.notice.inbox.Preference;
import io.kuramori.notice.inbox.Preference.Digest;
import io.kuramori.work.Job;
import io.kuramori.work.JobState;
import io.kuramori.work.Recurring;
import io.kuramori.work.Work;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Notices to the inbox, and mails to a real SMTP server within the test.
final class NoticesTest {

    /// Wednesday, noon in Tokyo.
    private static final Instant NOON = Instant.parse("2026-11-25T03:00:00Z");

    private static final long PATIENCE_MILLIS = 60_000;

    private GreenMail server;
    private PostOffice office;
    private UUID hanako;

    @BeforeEach
    void open() throws IOException {
        server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        office = new PostOffice(NOON, server.getSmtp().getPort(), "none");
        hanako = office.account("hanako@example.jp");
    }

    @AfterEach
    void close() {
        office.close();
        server.stop();
    }

    @Test
    void severalNoticesAreOneMailThatSaysOnlyHowMany() throws Exception {
        office.tell("approval:1:waits", hanako, true, null);
        office.tell("approval:2:waits", hanako, true, null);
        office.tell("approval:2:waits", hanako, true, null);
        assertThat(office.unread(hanako)).as("told once, whatever is repeated").isEqualTo(2);

        run("notice.mails");
        assertThat(server.getReceivedMessages()).as("it gathers for a minute").isEmpty();
        office.pass(Duration.ofMinutes(1));
        run("notice.mails");
        assertThat(server.waitForIncomingEmail(PATIENCE_MILLIS, 1)).isTrue();

        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("[蔵守] 確認をお待ちしているものが 2 件あります");
        assertThat(mail.getAllRecipients()[0]).hasToString("hanako@example.jp");
        assertThat(mail.getMessageID()).endsWith("@kuramori>");
        var text = (String) mail.getContent();
        assertThat(text).contains("2 件", "https://kuramori.example.jp").doesNotContain("APR-0001", "勘定系", "/approvals");
        office.pass(Duration.ofHours(1));
        run("notice.mails");
        finished(1);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aMailThatHasNothingToSayAnyMoreIsNotSent() {
        office.tell("approval:1:waits", hanako, true, null);
        office.the(Transactions.class).write(office.kuramori(), "決裁", () -> {
            office.the(Notices.class).settle(office.kuramori(), "approval:1:");
            return true;
        });
        office.pass(Duration.ofMinutes(2));
        run("notice.mails");
        finished(1);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsDownIsTriedAgain() {
        int port = server.getSmtp().getPort();
        server.stop();
        office.tell("approval:1:waits", hanako, true, null);
        office.pass(Duration.ofMinutes(2));
        run("notice.mails");
        await(() -> newest().attempt() >= 1 && newest().state() == JobState.QUEUED);

        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        office.pass(Duration.ofMinutes(3));
        assertThat(server.waitForIncomingEmail(PATIENCE_MILLIS, 1)).isTrue();
        finished(1);
    }

    @Test
    void aServerWithoutStartTlsGetsNothingWhenStartTlsIsAskedFor() {
        office.close();
        office = new PostOffice(NOON, server.getSmtp().getPort(), "starttls");
        var taro = office.account("taro@example.jp");
        office.tell("approval:1:waits", taro, true, null);
        office.pass(Duration.ofMinutes(2));
        run("notice.mails");
        await(() -> newest().attempt() >= 1 && newest().state() == JobState.QUEUED);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerWhoseCertificateNobodyVouchesForGetsNothing() throws IOException {
        var secure = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        secure.start();
        try {
            office.close();
            office = new PostOffice(NOON, secure.getSmtps().getPort(), "tls");
            var taro = office.account("taro@example.jp");
            office.tell("approval:1:waits", taro, true, null);
            office.pass(Duration.ofMinutes(2));
            run("notice.mails");
            await(() -> newest().attempt() >= 1 && newest().state() == JobState.QUEUED);
            assertThat(secure.getReceivedMessages()).isEmpty();
        } finally {
            secure.stop();
        }
    }

    @Test
    void quietHoursAndTheDigestAreKept() {
        office.the(Inboxes.class)
                .save(
                        office.caller(hanako),
                        new Preference(0, Digest.DAILY, LocalTime.of(8, 30), LocalTime.of(20, 0), LocalTime.of(7, 0)));
        office.tell("approval:1:waits", hanako, true, null);
        office.pass(Duration.ofHours(12));
        run("notice.mails");
        assertThat(office.the(Work.class).list(office.kuramori(), null, 10)).isEmpty();
        office.pass(Duration.ofHours(9));
        run("notice.mails");
        assertThat(server.waitForIncomingEmail(PATIENCE_MILLIS, 1)).isTrue();
    }

    @Test
    void nobodySeesTheInboxOfAnother() {
        var taro = office.account("taro@example.jp");
        office.tell("approval:1:waits", hanako, true, null);
        assertThat(office.the(Inboxes.class).of(office.caller(hanako))).hasSize(1);
        assertThat(office.the(Inboxes.class).of(office.caller(taro))).isEmpty();
        var jdbc = office.the(JdbcClient.class);
        assertThat(office.the(Transactions.class)
                        .read(
                                office.caller(taro),
                                () -> jdbc.sql("select count(*) from notice.message")
                                        .query(Long.class)
                                        .single()))
                .as("by row-level security, whatever the question")
                .isZero();
    }

    @Test
    void whatWaitsTooLongIsToldToThePostAboveStepByStep() {
        var head = office.account("head@example.jp");
        var president = office.account("president@example.jp");
        var division = office.department("D-1", null);
        var section = office.department("D-2", division);
        var post = office.post("P-3", "working", section, hanako);
        office.post("P-2", "management", division, head);
        office.post("P-1", "board", null, president);
        office.tell("approval:1:waits", hanako, true, post);

        run("notice.escalation");
        office.pass(Duration.ofDays(5));
        run("notice.escalation");
        assertThat(office.unread(head))
                .as("Monday: two business days have passed whole")
                .isZero();
        office.pass(Duration.ofDays(1));
        run("notice.escalation");
        run("notice.escalation");
        assertThat(office.unread(head)).isEqualTo(1);
        assertThat(office.the(Inboxes.class).of(office.caller(head)).getFirst().arguments())
                .containsExactly("3", "勘定系の例外");
        assertThat(office.unread(president)).isZero();
        office.pass(Duration.ofDays(6));
        run("notice.escalation");
        assertThat(office.unread(president)).isEqualTo(1);
    }

    private void run(String name) {
        office.context.getBeansOfType(Recurring.class).values().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .run();
    }

    private Job newest() {
        return office.the(Work.class).list(office.kuramori(), null, 10).stream()
                .max(Comparator.comparing(Job::created))
                .orElseThrow();
    }

    private void finished(int jobs) {
        await(() -> office.the(Work.class).list(office.kuramori(), null, 10).stream()
                        .filter(job -> job.state() == JobState.DONE)
                        .count()
                >= jobs);
    }

    /// Waits for something that another thread does; gives up after a minute.
    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within a minute").isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
