package io.kuramori.shell.web;

import io.kuramori.identity.ApiPaths;
import io.kuramori.identity.TooManyAttempts;
import io.kuramori.journal.StaleRecord;
import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Turns what a controller throws into one of the problem types and hands it to the container's error dispatch, where
/// `ErrorPages` answers for filters, container and controllers alike.
@ControllerAdvice
final class ProblemAdvice {

    static final String PROBLEM = "io.kuramori.problem";

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    /// What a refusal tells its caller beside the status: which methods, which formats, when again.
    private static final List<String> KEPT =
            List.of(HttpHeaders.ALLOW, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_PATCH, HttpHeaders.RETRY_AFTER);

    @ExceptionHandler
    void handle(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            log.warn("the answer to {} broke off", request.getRequestURI(), failure);
            return;
        }

        Problem problem = problem(failure, ApiPaths.isApi(request));
        if (problem.type() == ProblemType.INTERNAL) {
            log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        }
        if (failure instanceof ErrorResponse known) {
            KEPT.forEach(name -> known.getHeaders().getOrEmpty(name).forEach(value -> response.addHeader(name, value)));
        }
        if (failure instanceof TooManyAttempts attempts) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(attempts.retryAfter().toSeconds()));
        }
        request.setAttribute(PROBLEM, problem);
        response.sendError(problem.type().status().value());
    }

    /// @param program whether it was a program's request, to which no page says more
    private static Problem problem(Exception failure, boolean program) {
        return switch (failure) {
            case Problem problem -> problem;
            case StaleRecord _ -> plain(ProblemType.CONFLICT);
            case TooManyAttempts _ -> plain(ProblemType.TOO_MANY_REQUESTS);
            case AuthenticationException _ ->
                program
                        ? new Problem(ProblemType.NOT_SIGNED_IN, "shell.problem.not-signed-in.program")
                        : plain(ProblemType.NOT_SIGNED_IN);
            case AccessDeniedException _ ->
                program
                        ? new Problem(ProblemType.FORBIDDEN, "shell.problem.forbidden.program")
                        : plain(ProblemType.FORBIDDEN);
            case MissingServletRequestParameterException missing ->
                new Problem(ProblemType.INVALID, "shell.problem.parameter.missing", missing.getParameterName());
            case MethodArgumentTypeMismatchException mismatch ->
                new Problem(ProblemType.INVALID, "shell.problem.parameter.unreadable", mismatch.getName());
            case ErrorResponse known ->
                plain(ProblemType.of(known.getStatusCode().value()));
            case TypeMismatchException _, HttpMessageNotReadableException _ -> plain(ProblemType.INVALID);
            default -> plain(ProblemType.INTERNAL);
        };
    }

    private static Problem plain(ProblemType type) {
        return new Problem(type, type.adviceKey());
    }
}
