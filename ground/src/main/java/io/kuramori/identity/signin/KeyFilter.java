package io.kuramori.identity.signin;

import io.kuramori.identity.TooManyAttempts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Lets a program in with `X-Api-Key` or `Authorization: Bearer`, for this request alone. A request that carries a
/// cookie comes from a browser: there a key counts for nothing, and form tokens are asked for as ever.
final class KeyFilter extends OncePerRequestFilter {

    private static final String HEADER = "X-Api-Key";
    private static final String SCHEME = "Bearer ";

    private final KeyCallers callers;
    private final HandlerExceptionResolver errors;

    KeyFilter(KeyCallers callers, HandlerExceptionResolver errors) {
        this.callers = callers;
        this.errors = errors;
    }

    /// Whether the request stands on a key alone.
    static boolean byKeyAlone(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.COOKIE) == null && key(request).isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!byKeyAlone(request)) {
            chain.doFilter(request, response);
            return;
        }

        @Nullable RuntimeException refused = null;
        try {
            var keyed = callers.find(key(request).orElseThrow(), request.getRemoteAddr());
            keyed.ifPresent(known -> SecurityContextHolder.setContext(new SecurityContextImpl(new CalledByKey(known))));
            if (keyed.isEmpty()) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                refused = new BadCredentialsException("no such key");
            }
        } catch (RuntimeException e) {
            refused = e;
        }
        if (refused == null) {
            chain.doFilter(request, response);
        } else if (errors.resolveException(request, response, null, refused) == null && !response.isCommitted()) {
            response.sendError(
                    refused instanceof TooManyAttempts
                            ? HttpStatus.TOO_MANY_REQUESTS.value()
                            : HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private static Optional<String> key(HttpServletRequest request) {
        var header = request.getHeader(HEADER);
        var bearer = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            return Optional.of(header.strip());
        }

        return bearer != null && bearer.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(bearer.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
