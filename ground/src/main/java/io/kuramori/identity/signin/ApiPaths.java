package io.kuramori.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/// Paths that programs speak to, never a person's browser.
final class ApiPaths {

    private static final List<String> PREFIXES =
            List.of("/api/", "/dtrack/", "/defectdojo/", "/elastic/", "/otlp/", "/taxii2/", "/scim/");

    private ApiPaths() {}

    static boolean isApi(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());

        return PREFIXES.stream().anyMatch(path::startsWith);
    }
}
