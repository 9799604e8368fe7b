package io.kuramori.shell.web;

import io.kuramori.identity.Access;
import io.kuramori.identity.Caller;
import io.kuramori.identity.CurrentCaller;
import io.kuramori.identity.Role;
import io.kuramori.notice.Notices;
import io.kuramori.shell.NavEntry;
import io.kuramori.shell.Page;
import io.kuramori.shell.words.Words;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Makes the `page` of a request.
@Component("shellPages")
class Pages {

    static final String LANGUAGE_COOKIE = "kuramori_lang";
    static final String THEME_COOKIE = "kuramori_theme";

    private static final List<String> THEMES = List.of("light", "dark");

    private final Words words;
    private final Clock clock;
    private final ZoneId zone;
    private final ObjectProvider<NavEntry> entries;
    private final Access access;
    private final ObjectProvider<CurrentCaller> current;
    private final ObjectProvider<Notices> notices;

    Pages(
            Words words,
            Clock clock,
            @Value("${kuramori.zone:Asia/Tokyo}") ZoneId zone,
            ObjectProvider<NavEntry> entries,
            Access access,
            ObjectProvider<CurrentCaller> current,
            ObjectProvider<Notices> notices) {
        this.words = words;
        this.clock = clock;
        this.zone = zone;
        this.entries = entries;
        this.access = access;
        this.current = current;
        this.notices = notices;
    }

    Page of(HttpServletRequest request) {
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        Principal principal = request.getUserPrincipal();
        String theme = cookie(request, THEME_COOKIE);
        return new Page(
                words,
                locale(request),
                zone,
                clock,
                path(request),
                here(request),
                principal == null ? null : principal.getName(),
                "",
                asOf(request),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken(),
                theme != null && THEMES.contains(theme) ? theme : "auto",
                RequestIdFilter.idOf(request),
                principal == null
                        ? List.of()
                        : entries.stream()
                                .filter(entry -> access.may("GET", entry.path()))
                                .sorted(Comparator.comparingInt(NavEntry::order))
                                .toList(),
                access,
                watermark(),
                principal == null || request.getAttribute("jakarta.servlet.error.status_code") != null ? 0 : unread());
    }

    /// The name of who inspects, which his pages carry.
    private @Nullable String watermark() {
        return current.stream()
                .flatMap(caller -> caller.find().stream())
                .filter(caller -> caller.rights().roles().contains(Role.INSPECTOR))
                .map(Caller::name)
                .findFirst()
                .orElse(null);
    }

    /// Counted anew for each page; none where nobody is signed in, or while an error is being shown.
    private int unread() {
        var inbox = notices.getIfAvailable();
        var who = current.getIfAvailable();
        return inbox == null || who == null ? 0 : who.find().map(inbox::unread).orElse(0);
    }

    /// Japanese unless the person chose otherwise, or their browser asks for English and not for Japanese.
    static Locale locale(HttpServletRequest request) {
        String chosen = cookie(request, LANGUAGE_COOKIE);
        if ("en".equals(chosen) || "ja".equals(chosen)) {
            return Locale.of(chosen);
        }

        String asked = Objects.requireNonNullElse(request.getHeader("Accept-Language"), "")
                .toLowerCase(Locale.ROOT);
        return asked.startsWith("en") && !asked.contains("ja") ? Locale.ENGLISH : Locale.JAPANESE;
    }

    /// The path the person asked for, also while an error is being shown.
    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
        return failed instanceof String uri ? uri : request.getRequestURI();
    }

    private static String here(HttpServletRequest request) {
        String path = path(request);
        String query = request.getQueryString();
        return query == null || !request.getMethod().equals("GET") ? path : path + "?" + query;
    }

    /// The day that `?asof=` names; what is not a day is left to the room to refuse.
    private static @Nullable LocalDate asOf(HttpServletRequest request) {
        String day = request.getMethod().equals("GET") ? request.getParameter("asof") : null;
        if (day == null) {
            return null;
        }
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        if (request.getCookies() == null) {
            return null;
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(name)) {
                return cookie.getValue();
            }
        }
        return null;
    }
}
