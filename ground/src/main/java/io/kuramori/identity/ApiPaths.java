package io.kuramori.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/// Paths that programs speak to, never a person's browser.
public final class ApiPaths {

    private static final List<String> PREFIXES =
            List.of("/api/", "/dtrack/", "/defectdojo/", "/elastic/", "/otlp/", "/taxii2/", "/scim/");

    private ApiPaths() {}

    public static boolean isApi(HttpServletRequest request) {
        return isApi(request.getRequestURI().substring(request.getContextPath().length()));
    }

    /// @param path within the application
    public static boolean isApi(String path) {
        return PREFIXES.stream().anyMatch(path::startsWith);
    }
}
