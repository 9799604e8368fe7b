package io.kuramori.shell.web;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Right;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Language and brightness, kept in cookies of a year.
@Controller
@Allows(Right.BE_SIGNED_IN)
class PreferencesController {

    private static final Set<String> LANGUAGES = Set.of("ja", "en");
    private static final Set<String> THEMES = Set.of("auto", "light", "dark");

    /// A path and its query in printable ASCII; `//` and `/\\` would name another host.
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]{0,2000}");

    @PostMapping("/preferences/language")
    ResponseEntity<Void> language(@RequestParam String language, @RequestParam(defaultValue = "/") String back) {
        return keep(Pages.LANGUAGE_COOKIE, LANGUAGES.contains(language) ? language : "ja", back);
    }

    @PostMapping("/preferences/theme")
    ResponseEntity<Void> theme(@RequestParam String theme, @RequestParam(defaultValue = "/") String back) {
        return keep(Pages.THEME_COOKIE, THEMES.contains(theme) ? theme : "auto", back);
    }

    private static ResponseEntity<Void> keep(String name, String value, String back) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, local(back))
                .build();
    }

    /// Only a path of ours, so that a link cannot send anyone elsewhere.
    private static String local(String back) {
        return LOCAL.matcher(back).matches() ? back : "/";
    }
}
