package io.kuramori.approval.web;

import io.kuramori.approval.paper.DraftPaper;
import io.kuramori.approval.paper.PaperWords;
import io.kuramori.approval.requests.Sheets;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// 起案書: the request as a document.
@Controller
@Allows(Right.EXPORT)
class DraftPaperController {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Sheets sheets;
    private final PaperWords words;
    private final Places places;

    DraftPaperController(Sheets sheets, PaperWords words, Places places) {
        this.sheets = sheets;
        this.words = words;
        this.places = places;
    }

    @GetMapping("/approvals/{id}/draft.docx")
    void paper(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        var sheet = sheets.find(caller, id).orElseThrow(Places::notFound);
        var zone =
                places.of(caller, sheet.request().institution()).institution().zone();
        // Written whole before it is sent: half a document is none.
        var paper = new ByteArrayOutputStream();
        new DraftPaper(words, zone).write(sheet, paper);
        response.setContentType(DOCX);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + sheet.request().code() + ".docx\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(paper.size());
        paper.writeTo(response.getOutputStream());
    }
}
