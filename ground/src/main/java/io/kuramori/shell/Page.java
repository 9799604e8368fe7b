package io.kuramori.shell;

import io.kuramori.identity.Access;
import io.kuramori.shell.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What every template gets as `page`: words, dates, the frame around the content.
///
/// @param path the request's path, without query
/// @param here the request's path with its query: the whole view
/// @param callerName name of who is signed in; null on pages before sign-in
/// @param scopeLabel the institutions in view, in words; empty before there are any
/// @param asOf the day whose state is shown; null for now
/// @param csrfName name of the hidden field of every form that posts
/// @param theme `auto`, `light` or `dark`
/// @param notices how many notices wait for the caller
/// @param requestId what a person quotes when something went wrong
/// @param access what whoever looks may open
/// @param watermark what every page of somebody who only inspects carries; null for all others
public record Page(
        Words words,
        Locale locale,
        ZoneId zone,
        Clock clock,
        String path,
        String here,
        @Nullable String callerName,
        String scopeLabel,
        @Nullable LocalDate asOf,
        String csrfName,
        String csrfToken,
        String theme,
        String requestId,
        List<NavEntry> nav,
        Access access,
        @Nullable String watermark,
        int notices) {

    private static final DateTimeFormatter DAY_JA = DateTimeFormatter.ofPattern("uuuu-MM-dd (E)", Locale.JAPANESE);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("uuuu-MM-dd (EEE)", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    public Page {
        nav = List.copyOf(nav);
    }

    /// Whether who looks may follow a link to that page; what he may not is not offered.
    public boolean may(String path) {
        return access.may("GET", withoutQuery(path));
    }

    /// Whether who looks may send a form there.
    public boolean mayPost(String path) {
        return access.may("POST", withoutQuery(path));
    }

    /// The message of a key.
    public String t(String key, Object... arguments) {
        return words.text(locale, key, arguments);
    }

    /// Whether there is such a message; for keys made of what somebody typed.
    public boolean has(String key) {
        return words.has(key);
    }

    /// A record kind in words, `shell`-independent: the module that owns the kind says `kind.<kind>`; without one the
    /// kind's own name is shown.
    public String kind(String kind) {
        return words.has("kind." + kind) ? t("kind." + kind) : kind;
    }

    /// The reason of a change: a person's own words, or what Kuramori says for itself in the reader's language.
    public String reason(String reason) {
        return words.has(reason) ? t(reason) : reason;
    }

    /// `ja` or `en`.
    public String lang() {
        return locale.getLanguage();
    }

    public boolean japanese() {
        return lang().equals(Locale.JAPANESE.getLanguage());
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    /// `2026-11-23 (月)`.
    public String date(@Nullable LocalDate date) {
        return date == null ? "" : (japanese() ? DAY_JA : DAY_EN).format(date);
    }

    /// `2026-11-23 (月) 14:05` in the institution's zone.
    public String instant(@Nullable Instant instant) {
        return instant == null ? "" : date(instant.atZone(zone).toLocalDate()) + " " + time(instant);
    }

    /// `14:05` in the institution's zone.
    public String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    /// How long ago, in words: 「3日前」.
    public String ago(Instant instant) {
        Duration age = Duration.between(instant, clock.instant());
        if (age.toMinutes() < 1) {
            return t("shell.ago.now");
        }
        if (age.toHours() < 1) {
            return t("shell.ago.minutes", age.toMinutes());
        }
        if (age.toDays() < 1) {
            return t("shell.ago.hours", age.toHours());
        }
        return t("shell.ago.days", age.toDays());
    }

    /// `12,345`.
    public String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /// Whether a rail entry is the one being looked at: of those that lead here, the one that leads the nearest.
    public boolean current(NavEntry entry) {
        return leadsHere(entry)
                && nav.stream()
                        .filter(this::leadsHere)
                        .noneMatch(other -> other.path().length() > entry.path().length());
    }

    private boolean leadsHere(NavEntry entry) {
        return entry.path().equals("/")
                ? path.equals("/")
                : path.equals(entry.path()) || path.startsWith(entry.path() + "/");
    }
}
