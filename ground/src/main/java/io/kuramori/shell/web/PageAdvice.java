package io.kuramori.shell.web;

import io.kuramori.shell.Page;
import io.kuramori.shell.RecordPanels;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Puts `page` and `panels` into the model of every controller's view.
@ControllerAdvice
final class PageAdvice {

    private final Pages pages;
    private final RecordPanels panels;

    PageAdvice(Pages pages, RecordPanels panels) {
        this.pages = pages;
        this.panels = panels;
    }

    @ModelAttribute("page")
    Page page(HttpServletRequest request) {
        return pages.of(request);
    }

    /// Asked by the pages of records only, while they are written.
    @ModelAttribute("panels")
    RecordPanels panels() {
        return panels;
    }
}
