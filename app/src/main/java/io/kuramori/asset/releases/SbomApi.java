package io.kuramori.asset.releases;

import io.kuramori.asset.Addressee;
import io.kuramori.asset.ReleaseId;
import io.kuramori.asset.SbomDelivery;
import io.kuramori.asset.SbomInbox;
import io.kuramori.asset.SbomReceipt;
import io.kuramori.identity.Allows;
import io.kuramori.identity.ApiPermission;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.TooManyAttempts;
import io.kuramori.shell.Cursor;
import io.kuramori.shell.FormParts;
import io.kuramori.shell.Page;
import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/v1/releases/{release}/sbom` and what became of it.
@RestController
class SbomApi {

    private static final int LONGEST_KEY = 255;
    private static final int SHOWN = 100;

    private final SbomInbox inbox;
    private final Tickets tickets;

    SbomApi(SbomInbox inbox, Tickets tickets) {
        this.inbox = inbox;
        this.tickets = tickets;
    }

    /// In the address, `in` is the code of the institution whose release it is, where several have the code.
    ///
    /// @param release its id or its code
    @Allows(Right.ATTACH_SBOM)
    @ApiPermission.Needed(ApiPermission.SBOM_SEND)
    @PostMapping("/api/v1/releases/{release}/sbom")
    ResponseEntity<TicketView> send(
            Caller caller,
            @ModelAttribute(name = "page", binding = false) Page page,
            @PathVariable String release,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new Problem(ProblemType.INVALID, "asset.api.error.key", LONGEST_KEY);
        }
        var delivery = SbomDelivery.to(addressee(release, request), key);
        var answer = new SbomReceipt[1];
        if (FormParts.isMultipart(request)) {
            FormParts.read(request, SbomInbox.LARGEST, (name, value) -> {
                if ((name.equals("file") || name.equals("bom")) && answer[0] == null) {
                    answer[0] = inbox.receive(caller, delivery, value);
                }
            });
        } else {
            answer[0] = inbox.receive(caller, delivery, request.getInputStream());
        }
        if (answer[0] == null) {
            throw new Problem(ProblemType.INVALID, "asset.api.error.no-file");
        }
        return switch (answer[0]) {
            case SbomReceipt.Accepted(var ticket) ->
                ResponseEntity.accepted()
                        .location(URI.create("/api/v1/sboms/" + ticket.id()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(tickets.given(caller, ticket, page));
            case SbomReceipt.TooMany(var later) -> throw new TooManyAttempts(later);
            case SbomReceipt refused -> throw problem(refused, page);
        };
    }

    @Allows(Right.READ_LEDGERS)
    @ApiPermission.Needed({ApiPermission.SBOM_SEND, ApiPermission.SYSTEMS_READ, ApiPermission.FINDINGS_READ})
    @GetMapping("/api/v1/sboms/{ticket}")
    ResponseEntity<TicketView> ticket(
            Caller caller, @ModelAttribute(name = "page", binding = false) Page page, @PathVariable UUID ticket) {
        return tickets.find(caller, ticket, page)
                .map(Cursor::json)
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "asset.api.error.no-ticket"));
    }

    /// What it is refused for; the first hundred of its mistakes with their places.
    private static Problem problem(SbomReceipt refused, Page page) {
        return switch (refused) {
            case SbomReceipt.Unreadable(var problems) -> {
                var located = problems.stream()
                        .limit(SHOWN)
                        .map(one -> Located.of(Remark.of(one), page))
                        .toList();
                yield new Problem(ProblemType.INVALID, "asset.api.error.unreadable", problems.size())
                        .with("problems", located);
            }
            case SbomReceipt.TooLarge(var limit) ->
                new Problem(ProblemType.TOO_LARGE, "asset.api.error.large", limit >> 20);
            case SbomReceipt.NoRelease() -> new Problem(ProblemType.NOT_FOUND, "asset.release.not-found");
            case SbomReceipt.Ambiguous() -> new Problem(ProblemType.CONFLICT, "asset.api.error.several");
            case SbomReceipt.Retired() -> new Problem(ProblemType.CONFLICT, "asset.api.error.retired");
            case SbomReceipt.KeyUsed() -> new Problem(ProblemType.CONFLICT, "asset.api.error.key-used");
            case SbomReceipt.MayNotCreate(), SbomReceipt.NoParent(), SbomReceipt.BadName() ->
                new Problem(ProblemType.INVALID, "asset.release.error.names");
            case SbomReceipt.Accepted _, SbomReceipt.TooMany _ ->
                throw new IllegalArgumentException("not refused: " + refused);
        };
    }

    static Addressee addressee(String release, HttpServletRequest request) {
        try {
            return new Addressee.ById(new ReleaseId(UUID.fromString(release)));
        } catch (IllegalArgumentException _) {
            return new Addressee.ByCode(release, Query.value(request, "in"));
        }
    }

    /// A place in the bill and what is amiss there, in the reader's language.
    ///
    /// @param pointer in the document; empty for all of it
    /// @param line from 1; 0 where it is the document as a whole
    record Located(String kind, String detail, String pointer, int line, int column, String expected, String found) {

        static Located of(Remark remark, Page page) {
            return new Located(
                    remark.kind().name().toLowerCase(java.util.Locale.ROOT),
                    page.t(remark.key(), remark.arguments("SBOM")),
                    remark.pointer(),
                    remark.line(),
                    remark.column(),
                    remark.expected(),
                    remark.found());
        }

        static List<Located> of(Remarks.Told told, Page page) {
            return told.first().stream().limit(SHOWN).map(one -> of(one, page)).toList();
        }
    }
}
