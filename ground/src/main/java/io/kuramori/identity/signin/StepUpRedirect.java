package io.kuramori.identity.signin;

import io.kuramori.identity.ApiPaths;
import io.kuramori.identity.StepUpRequired;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// Leads a person whose act needs a fresh proof to the page that asks for it, and keeps the form they sent. What is no
/// page goes the way of all refusals.
@Component
final class StepUpRedirect implements HandlerExceptionResolver, Ordered {

    private final HeldForms forms;
    private final SessionContexts contexts;

    StepUpRedirect(HeldForms forms, SessionContexts contexts) {
        this.forms = forms;
        this.contexts = contexts;
    }

    /// Before the advice that turns every exception into an error page.
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        var session = contexts.session(request);
        if (!(failure instanceof StepUpRequired) || session.isEmpty() || !fromPage(request)) {
            return null;
        }

        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", there(request, shownPage(request)));
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return new ModelAndView();
        }
        var next = request.getMethod().equals("GET")
                ? asked(request)
                : forms.hold(request, session.get()).map(HeldForms::path).orElseGet(() -> referer(request));
        response.setHeader(HttpHeaders.LOCATION, there(request, next));
        response.setStatus(HttpStatus.SEE_OTHER.value());
        return new ModelAndView();
    }

    private static boolean fromPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);

        return request.getHeader("HX-Request") != null
                || (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE) && !ApiPaths.isApi(request));
    }

    private static String there(HttpServletRequest request, String next) {
        return request.getContextPath() + "/step-up?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    private static String asked(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());

        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    private static String shownPage(HttpServletRequest request) {
        return local(request.getHeader("HX-Current-URL"));
    }

    private static String referer(HttpServletRequest request) {
        return local(request.getHeader(HttpHeaders.REFERER));
    }

    /// Path and query of an address; the host, whichever it is, is left out.
    private static String local(@Nullable String address) {
        try {
            var uri = URI.create(address == null ? "/" : address);
            var path = uri.getRawPath() == null ? "/" : uri.getRawPath();
            return Next.safe(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        } catch (IllegalArgumentException _) {
            return "/";
        }
    }
}
