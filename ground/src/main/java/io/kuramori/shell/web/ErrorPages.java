package io.kuramori.shell.web;

import io.kuramori.identity.Allows;
import io.kuramori.identity.ApiPaths;
import io.kuramori.identity.Right;
import io.kuramori.shell.Page;
import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The answer to every failed request, wherever it failed: a page for people, RFC 9457 problem details for machines.
@Controller
@Allows(Right.ENTER)
class ErrorPages implements ErrorController {

    private final Pages pages;

    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        Problem problem = problem(request);
        Page page = pages.of(request);
        response.setStatus(problem.type().status().value());
        return wantsJson(request) ? json(problem, page) : html(problem, page);
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(ProblemAdvice.PROBLEM) instanceof Problem problem) {
            return problem;
        }

        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ProblemType type = status instanceof Integer code ? ProblemType.of(code) : ProblemType.NOT_FOUND;
        return new Problem(type, type.adviceKey());
    }

    private static ResponseEntity<ProblemDetail> json(Problem problem, Page page) {
        ProblemDetail detail = ProblemDetail.forStatus(problem.type().status());
        detail.setType(URI.create("urn:kuramori:problem:" + problem.type().slug()));
        detail.setTitle(page.t(problem.type().titleKey()));
        detail.setDetail(page.t(problem.detailKey(), problem.arguments().toArray()));
        detail.setInstance(URI.create(page.path()));
        detail.setProperty("requestId", page.requestId());
        problem.further().forEach(detail::setProperty);
        return ResponseEntity.status(problem.type().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private static ModelAndView html(Problem problem, Page page) {
        return new ModelAndView(
                "shell/error",
                Map.of(
                        "page", page,
                        "status", problem.type().status().value(),
                        "title", page.t(problem.type().titleKey()),
                        "detail",
                                page.t(problem.detailKey(), problem.arguments().toArray())));
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String path =
                Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI());
        String accept = Objects.toString(request.getHeader("Accept"), "");
        return ApiPaths.isApi(path) || (accept.contains("json") && !accept.contains("text/html"));
    }
}
