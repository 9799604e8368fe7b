package io.kuramori.shell.web;

import io.kuramori.journal.StaleRecord;
import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Turns what a controller throws into one of the problem types and hands it to the container's error dispatch, where
/// `ErrorPages` answers for filters, container and controllers alike.
@ControllerAdvice
final class ProblemAdvice {

    static final String PROBLEM = "io.kuramori.problem";

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    void handle(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            log.warn("the answer to {} broke off", request.getRequestURI(), failure);
            return;
        }

        Problem problem = problem(failure);
        if (problem.type() == ProblemType.INTERNAL) {
            log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        }
        request.setAttribute(PROBLEM, problem);
        response.sendError(problem.type().status().value());
    }

    private static Problem problem(Exception failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case StaleRecord _ -> new Problem(ProblemType.CONFLICT, ProblemType.CONFLICT.adviceKey());
            case ErrorResponse known -> {
                ProblemType type = ProblemType.of(known.getStatusCode().value());
                yield new Problem(type, type.adviceKey());
            }
            default -> new Problem(ProblemType.INTERNAL, ProblemType.INTERNAL.adviceKey());
        };
    }
}
