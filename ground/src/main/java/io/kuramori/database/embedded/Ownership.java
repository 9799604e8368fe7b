package io.kuramori.database.embedded;

import io.kuramori.database.DatabaseProblem;
import io.kuramori.database.DatabaseProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Whose a file is, by the numbers of the operating system.
final class Ownership {

    private static final int WRITABLE_BY_OTHERS = 0b000_010_010;

    private Ownership() {}

    static int uid(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    static int gid(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS);
    }

    static int mode(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    }

    /// The user who runs this process.
    static int ours() throws IOException {
        return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    }

    /// Refuses a folder that another user could have filled.
    static void requireOurs(Path folder) throws IOException {
        if (uid(folder) != ours() || (mode(folder) & WRITABLE_BY_OTHERS) != 0) {
            throw new DatabaseProblem(Kind.NOT_WRITABLE, folder);
        }
    }

    /// True when user and group `id`, in no other group, can pass through every folder above `path`.
    static boolean reachable(Path path, int id) throws IOException {
        for (Path above = path.getParent(); above != null; above = above.getParent()) {
            int mode = mode(above);
            int searchable = uid(above) == id ? 0b001_000_000 : gid(above) == id ? 0b000_001_000 : 0b000_000_001;
            if ((mode & searchable) == 0) {
                return false;
            }
        }

        return true;
    }
}
