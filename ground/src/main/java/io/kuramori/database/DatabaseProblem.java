package io.kuramori.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The database cannot be had, for a reason that the person at the prompt can mend. Says it in Japanese and English.
@SuppressWarnings("serial")
public final class DatabaseProblem extends RuntimeException {

    /// Why the database cannot be had.
    public enum Kind {
        PORT_TAKEN(
                "ポート %s はほかのプログラムが使用中です。kuramori.database.port を変えるか、そのプログラムを止めてください。",
                "Port %s is in use by another program. Change kuramori.database.port or stop that program."),
        NOT_WRITABLE(
                "データフォルダー %s に書き込めません。所有者と権限を確認するか、--data で別の場所を指定してください。",
                "The data folder %s is not writable. Check its owner and permissions, or name another with --data."),
        DISK_FULL(
                "%s のディスクに空きがありません。空き容量を確保してから起動し直してください。データは失われていません。",
                "The disk of %s is full. Free some space and start again. No data has been lost."),
        NEWER_DATA(
                "データは、このプログラムより新しい版（%s）のものです。新しい版の蔵守で起動してください。",
                "The data come from a newer version (%s) than this program. Start it with that newer version."),
        OLDER_DATA(
                "データは PostgreSQL %s のものです。その版の蔵守で backup を取り、この版で restore してください。",
                "The data belong to PostgreSQL %s. Take a backup with that version and restore it with this one."),
        UNSUPPORTED_PLATFORM(
                "この環境（%s）では内蔵の PostgreSQL を使えません。kuramori.database.url に PostgreSQL 18 の JDBC URL を指定してください。",
                "The embedded PostgreSQL does not run on this platform (%s). Set kuramori.database.url to a PostgreSQL 18."),
        HELD(
                "データフォルダー %s は別の蔵守（プロセス %s、ホスト %s、%s 開始）が使用中です。",
                "The data folder %s is in use by another Kuramori (process %s on host %s, started %s)."),
        DID_NOT_START("PostgreSQL が起動しませんでした：%s", "PostgreSQL did not start: %s");

        private final String japanese;
        private final String english;

        Kind(String japanese, String english) {
            this.japanese = japanese;
            this.english = english;
        }
    }

    private final Kind kind;
    private final List<String> arguments;

    public DatabaseProblem(Kind kind, Object... arguments) {
        this(null, kind, arguments);
    }

    public DatabaseProblem(@Nullable Throwable cause, Kind kind, Object... arguments) {
        super(kind.english.formatted(arguments), cause);
        this.kind = kind;
        this.arguments = List.of(arguments).stream().map(String::valueOf).toList();
    }

    /// What an attempt to write below `folder` met.
    public static DatabaseProblem ofWriting(Path folder, IOException cause) {
        if (noSpace(cause.getMessage())) {
            return new DatabaseProblem(cause, Kind.DISK_FULL, folder);
        }
        if (cause instanceof AccessDeniedException) {
            return new DatabaseProblem(cause, Kind.NOT_WRITABLE, folder);
        }

        return new DatabaseProblem(
                cause, Kind.NOT_WRITABLE, folder + " (" + Objects.toString(cause.getMessage(), "I/O") + ")");
    }

    /// True when `text`, the words of an operating system or of PostgreSQL, say that the disk is full.
    public static boolean noSpace(@Nullable String text) {
        return text != null && (text.contains("No space left on device") || text.contains("Disk quota exceeded"));
    }

    public Kind kind() {
        return kind;
    }

    /// The sentence in the language of `locale`: Japanese, or else English.
    public String messageIn(Locale locale) {
        var pattern = locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? kind.japanese : kind.english;

        return pattern.formatted(arguments.toArray());
    }
}
