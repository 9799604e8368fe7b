package io.kuramori.evidence.web;

import io.kuramori.evidence.items.EvidenceProperties;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets large uploads through to evidence only, and only where there is a session at all; every other form keeps the
/// bound that it had. Before anything parses the request: a part that is parsed lies on the disk already.
///
/// Programs with a key may send without saying how much: what takes their uploads reads them as they come and counts.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class UploadGate extends OncePerRequestFilter {

    /// Bytes that any other upload may have, with its form.
    static final long OTHERS = 65L << 20;
    /// Bytes of the form around a file.
    private static final long FORM = 1L << 20;

    private static final String SESSION = "kuramori_session";

    private final EvidenceProperties properties;

    UploadGate(EvidenceProperties properties) {
        this.properties = properties;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            chain.doFilter(request, response);
            return;
        }
        long length = request.getContentLengthLong();
        long limit =
                forEvidence(request) ? Math.max(OTHERS, properties.largest().toBytes() + FORM) : OTHERS;
        if (length < 0 && byProgram(request)) {
            chain.doFilter(request, response);
        } else if (length < 0) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (length > limit) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    /// With a key and nothing else: a wrong one is refused before anything is parsed.
    private static boolean byProgram(HttpServletRequest request) {
        var path = request.getRequestURI();
        boolean key = request.getHeader("X-Api-Key") != null || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        return key
                && request.getHeader(HttpHeaders.COOKIE) == null
                && (path.startsWith("/api/v1/") || path.startsWith("/dtrack/api/"));
    }

    private static boolean forEvidence(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return request.getRequestURI().equals("/evidence")
                && cookies != null
                && Arrays.stream(cookies).anyMatch(cookie -> cookie.getName().equals(SESSION));
    }
}
