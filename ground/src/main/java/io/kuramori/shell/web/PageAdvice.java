package io.kuramori.shell.web;

import io.kuramori.shell.Page;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Puts `page` into the model of every controller's view.
@ControllerAdvice
final class PageAdvice {

    private final Pages pages;

    PageAdvice(Pages pages) {
        this.pages = pages;
    }

    @ModelAttribute("page")
    Page page(HttpServletRequest request) {
        return pages.of(request);
    }
}
