package io.kuramori.evidence.backup;

import io.kuramori.database.DatabaseServer;
import io.kuramori.evidence.Blobs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// What stands at the prompt. Exit codes: 0 done, 1 could not, 2 not understood.
public final class Commands {

    private final PrintStream out;
    private final Teller teller;

    private Commands(PrintStream out, Locale language) {
        this.out = out;
        this.teller = new Teller(language, out::println);
    }

    /// Runs the command that the arguments name; empty when they name none of ours.
    public static OptionalInt run(List<String> arguments) {
        if (arguments.isEmpty() || !List.of("backup", "restore", "verify").contains(arguments.getFirst())) {
            return OptionalInt.empty();
        }
        Commands commands = new Commands(System.out, Locale.getDefault());
        try {
            return OptionalInt.of(commands.dispatch(arguments));
        } catch (IOException | SQLException | RuntimeException failure) {
            commands.out.println(failure.getMessage());
            return OptionalInt.of(1);
        }
    }

    private int dispatch(List<String> arguments) throws IOException, SQLException {
        Path data = Path.of(option(arguments, "--data", "data"));
        String first = arguments.size() > 1 ? arguments.get(1) : "";
        return switch (arguments.getFirst()) {
            case "backup" ->
                first.isEmpty()
                        ? usage()
                        : ask("backup", Path.of(first).toAbsolutePath().toString(), data);
            case "verify" -> first.equals("--live") ? ask("verify-live", "", data) : usage();
            case "restore" -> first.isEmpty() ? usage() : restore(Path.of(first), data);
            default -> usage();
        };
    }

    private int usage() throws IOException {
        teller.say("evidence.usage");
        return 2;
    }

    private int ask(String command, String argument, Path data) throws IOException {
        try (SocketChannel server = SocketChannel.open(UnixDomainSocketAddress.of(ControlSocket.in(data)))) {
            String line = command + "\t" + Locale.getDefault().toLanguageTag() + "\t" + argument + "\n";
            server.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            BufferedReader answers = new BufferedReader(Channels.newReader(server, StandardCharsets.UTF_8));
            for (String answer = answers.readLine(); answer != null; answer = answers.readLine()) {
                if (answer.startsWith("exit ")) {
                    return Integer.parseInt(answer.substring("exit ".length()));
                }
                out.println(answer.substring("say ".length()));
            }
            return 1;
        } catch (java.net.SocketException | java.nio.file.NoSuchFileException notRunning) {
            teller.say("evidence.control.not-running", data);
            return 1;
        }
    }

    private int restore(Path file, Path data) throws IOException, SQLException {
        try (BackupReader backup = BackupReader.open(file)) {
            requireEmpty(data);
            try (ConfigurableApplicationContext context = installation(data)) {
                new Restore(context.getBean(DatabaseServer.class), context.getBean(Blobs.class)).run(backup, teller);
            }
            return 0;
        } catch (BackupProblem problem) {
            teller.say(problem);
            return 1;
        }
    }

    private static void requireEmpty(Path data) throws IOException, BackupProblem {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> files = Files.list(data)) {
            if (files.findAny().isPresent()) {
                throw new BackupProblem("evidence.restore.not-empty", data);
            }
        }
    }

    /// The database and the files as configured, and nothing else: no migration, no web, no jobs.
    private static ConfigurableApplicationContext installation(Path data) {
        return new SpringApplicationBuilder(Installation.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(true)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new org.springframework.core.env.MapPropertySource(
                                "restore", Map.of("kuramori.data", data.toString()))))
                .run();
    }

    private static String option(List<String> arguments, String name, String otherwise) {
        int at = arguments.indexOf(name);
        return at >= 0 && at + 1 < arguments.size() ? arguments.get(at + 1) : otherwise;
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"io.kuramori.database", "io.kuramori.evidence.blobs"})
    static class Installation {}
}
