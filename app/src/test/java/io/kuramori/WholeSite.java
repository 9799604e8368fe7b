package io.kuramori;

import io.kuramori.database.SpringDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The whole application on a real port and a database of its own, with a clock that goes when told.
final class WholeSite implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+(/setup\\?token=\\S+)");

    private final ServletWebServerApplicationContext context;
    private final String setupPath;
    private final MovableClock clock;

    private WholeSite(ServletWebServerApplicationContext context, String setupPath, MovableClock clock) {
        this.context = context;
        this.setupPath = setupPath;
        this.clock = clock;
    }

    /// Starts at an instant; the set-up link is read off the console, as a person does.
    ///
    /// @param settings further ones, as on the command line
    static WholeSite startingAt(Instant start, String... settings) {
        var clock = new MovableClock(start);
        var console = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            var context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(KuramoriApplication.class)
                    .initializers(new SpringDatabase(), started -> give(started, clock))
                    .run(Stream.concat(Stream.of("--server.port=0"), Stream.of(settings))
                            .toArray(String[]::new));
            var link = LINK.matcher(printed.toString(StandardCharsets.UTF_8));
            if (!link.find()) {
                context.close();
                throw new AssertionError("no set-up link on the console");
            }
            return new WholeSite(context, Objects.requireNonNull(link.group(1)), clock);
        } finally {
            System.setOut(console);
        }
    }

    private static void give(ConfigurableApplicationContext context, Clock clock) {
        ((GenericApplicationContext) context)
                .registerBean("movableClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
    }

    String address(String path) {
        return "http://localhost:"
                + Objects.requireNonNull(context.getWebServer()).getPort() + path;
    }

    String setupPath() {
        return setupPath;
    }

    Instant now() {
        return clock.instant();
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /// Goes with the machine's clock from an instant of its own, and further when told.
    private static final class MovableClock extends Clock {

        private final Clock machine = Clock.systemUTC();
        private volatile Duration ahead;

        MovableClock(Instant start) {
            ahead = Duration.between(machine.instant(), start);
        }

        void pass(Duration time) {
            ahead = ahead.plus(time);
        }

        @Override
        public Instant instant() {
            return machine.instant().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }
    }
}
