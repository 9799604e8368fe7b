package io.kuramori.identity.signin;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Keeps cookies and fills the forms' hidden field, as a browser does.
final class Browser {

    private final MockMvc mvc;
    private final String address;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    Browser(MockMvc mvc, String address) {
        this.mvc = mvc;
        this.address = address;
    }

    MockHttpServletResponse open(String path) {
        return send(get(URI.create(path)).accept("text/html"));
    }

    /// Opens the page first, for its form token.
    MockHttpServletResponse submit(String page, String path, String... fields) {
        return submitWith(value(text(open(page)), "_csrf"), path, fields);
    }

    MockHttpServletResponse submitWith(@Nullable String csrf, String path, String... fields) {
        var request = post(path).accept("text/html");
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        if (csrf != null) {
            request.param("_csrf", csrf);
        }
        return send(request);
    }

    @Nullable
    Cookie cookie(String name) {
        return cookies.get(name);
    }

    void setCookie(Cookie cookie) {
        cookies.put(cookie.getName(), cookie);
    }

    static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /// A value of the page's model.
    static String value(String page, String name) {
        var found = Pattern.compile("^" + Pattern.quote(name) + "=(.*)$", Pattern.MULTILINE)
                .matcher(page);
        if (!found.find()) {
            throw new AssertionError(name + " is not on the page:\n" + page);
        }
        return Objects.requireNonNull(found.group(1));
    }

    MockHttpServletResponse send(MockHttpServletRequestBuilder request) {
        try {
            request.remoteAddress(address);
            if (!cookies.isEmpty()) {
                request.cookie(cookies.values().toArray(Cookie[]::new));
            }
            var response = mvc.perform(request).andReturn().getResponse();
            for (var cookie : response.getCookies()) {
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie);
                }
            }
            return response;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
