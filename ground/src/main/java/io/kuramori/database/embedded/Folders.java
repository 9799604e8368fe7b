package io.kuramori.database.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whole trees of files.
final class Folders {

    private Folders() {}

    /// Everything at and below `root`, children before their folder; links are not followed.
    static List<Path> inside(Path root) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                found.add(folder);
                return FileVisitResult.CONTINUE;
            }
        });

        return found;
    }

    static void delete(Path root) throws IOException {
        if (Files.notExists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path path : inside(root)) {
            Files.deleteIfExists(path);
        }
    }

    /// Hands the tree to user and group `id`.
    static void give(Path root, int id) throws IOException {
        for (Path path : inside(root)) {
            Files.setAttribute(path, "unix:gid", id, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", id, LinkOption.NOFOLLOW_LINKS);
        }
    }
}
