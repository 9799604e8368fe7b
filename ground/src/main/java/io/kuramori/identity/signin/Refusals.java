package io.kuramori.identity.signin;

import io.kuramori.identity.ApiPaths;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Refusals of the filter chain: a person who opens a page is led to sign in; everything else goes the way of all
/// errors, so that it looks like them.
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final HandlerExceptionResolver errors;

    Refusals(HandlerExceptionResolver errors) {
        this.errors = errors;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (opensPage(request)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + "/login?next=" + here(request));
            return;
        }
        if (ApiPaths.isApi(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", request.getContextPath() + "/login");
        }
        answer(request, response, refused, HttpServletResponse.SC_UNAUTHORIZED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        if (ApiPaths.isApi(request) && request.getHeader(HttpHeaders.COOKIE) == null && !authenticated()) {
            // A program without a key is asked for a form's token first; what it lacks is the key.
            commence(request, response, new InsufficientAuthenticationException("no key", refused));
            return;
        }
        answer(request, response, refused, HttpServletResponse.SC_FORBIDDEN);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception refused, int status)
            throws IOException {
        if (errors.resolveException(request, response, null, refused) == null && !response.isCommitted()) {
            response.sendError(status);
        }
    }

    private static boolean authenticated() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CalledByKey;
    }

    private static boolean opensPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);

        return request.getMethod().equals("GET")
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && request.getHeader("HX-Request") == null
                && !ApiPaths.isApi(request);
    }

    private static String here(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var query = request.getQueryString();

        return URLEncoder.encode(query == null ? path : path + "?" + query, StandardCharsets.UTF_8);
    }
}
