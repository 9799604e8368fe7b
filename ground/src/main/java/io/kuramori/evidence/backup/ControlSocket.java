package io.kuramori.evidence.backup;

import io.kuramori.database.DataFolder;
import io.kuramori.journal.LiveCheck;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Through which commands reach the running server: a Unix socket in a folder that only the server's own account may
/// enter. One line asks (`command TAB language TAB argument`), lines answer, the last one is `exit N`.
@Component
final class ControlSocket implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);

    private final Path socket;
    private final Backup backup;
    private final LiveCheck liveCheck;
    private final ReentrantLock one = new ReentrantLock();
    private volatile @Nullable ServerSocketChannel server;

    ControlSocket(DataFolder data, Backup backup, LiveCheck liveCheck) {
        this.socket = in(data.path());
        this.backup = backup;
        this.liveCheck = liveCheck;
    }

    static Path in(Path data) {
        return data.resolve("control").resolve("socket");
    }

    @Override
    public void start() {
        try {
            Path folder = socket.resolveSibling("");
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Files.deleteIfExists(socket);
            ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            opened.bind(UnixDomainSocketAddress.of(socket));
            server = opened;
            Thread.ofPlatform().daemon().name("kuramori-control").start(() -> accept(opened));
        } catch (IOException failure) {
            LOG.error("the commands backup and verify --live cannot reach this server: {}", failure.getMessage());
        }
    }

    @Override
    public void stop() {
        ServerSocketChannel opened = server;
        server = null;
        try {
            if (opened != null) {
                opened.close();
            }
            Files.deleteIfExists(socket);
        } catch (IOException failure) {
            LOG.warn("could not remove {}", socket, failure);
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    private void accept(ServerSocketChannel opened) {
        while (opened.isOpen()) {
            try {
                SocketChannel client = opened.accept();
                Thread.ofVirtual().start(() -> answer(client));
            } catch (ClosedChannelException stopped) {
                return;
            } catch (IOException failure) {
                LOG.warn("could not answer a command", failure);
            }
        }
    }

    private void answer(SocketChannel client) {
        try (client;
                BufferedReader in = new BufferedReader(Channels.newReader(client, StandardCharsets.UTF_8));
                BufferedWriter out = new BufferedWriter(Channels.newWriter(client, StandardCharsets.UTF_8))) {
            String line = in.readLine();
            String[] words = line == null ? new String[0] : line.split("\t", 3);
            if (words.length < 3) {
                return;
            }
            Teller teller = new Teller(Locale.forLanguageTag(words[1]), text -> {
                out.write("say " + text + "\n");
                out.flush();
            });
            int exit = run(words[0], words[2], teller);
            out.write("exit " + exit + "\n");
        } catch (IOException gone) {
            LOG.warn("a command was cut off: {}", gone.getMessage());
        }
    }

    private int run(String command, String argument, Teller teller) throws IOException {
        if (!one.tryLock()) {
            teller.say("evidence.control.busy");
            return 1;
        }
        try {
            return switch (command) {
                case "backup" -> backup(Path.of(argument), teller);
                case "verify-live" -> verifyLive(teller);
                default -> 2;
            };
        } catch (SQLException | RuntimeException failure) {
            LOG.error("command {} failed", command, failure);
            teller.say("evidence.control.failed", String.valueOf(failure.getMessage()));
            return 1;
        } finally {
            one.unlock();
        }
    }

    private int backup(Path file, Teller teller) throws IOException, SQLException {
        try {
            backup.write(file, teller);
            return 0;
        } catch (BackupProblem problem) {
            teller.say(problem);
            return 1;
        }
    }

    private int verifyLive(Teller teller) throws IOException {
        LiveCheck.Report report = liveCheck.run();
        for (LiveCheck.Mismatch mismatch : report.mismatches()) {
            teller.say("evidence.verify.mismatch", mismatch.kind(), mismatch.record(), mismatch.problem());
        }
        teller.say(
                report.clean() ? "evidence.verify.clean" : "evidence.verify.not-clean",
                report.rows(),
                report.entries(),
                report.size(),
                report.epoch());
        return report.clean() ? 0 : 1;
    }
}
