package io.kuramori.asset.releases;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kuramori.asset.Addressee;
import io.kuramori.asset.ReleaseId;
import io.kuramori.asset.releases.Addressed.Found;
import io.kuramori.identity.Allows;
import io.kuramori.identity.ApiPermission;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.Transactions;
import io.kuramori.shell.Cursor;
import io.kuramori.shell.Cursor.Rows;
import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/v1`: releases, and which of them hold a component.
@RestController
@RequestMapping("/api/v1")
@Allows(Right.READ_LEDGERS)
@ApiPermission.Needed({
    ApiPermission.SBOM_SEND,
    ApiPermission.RELEASES_ADD,
    ApiPermission.SYSTEMS_READ,
    ApiPermission.FINDINGS_READ
})
class ReleaseApi {

    private static final int SHORTEST_WORD = 2;

    private final Addressed addressed;
    private final ReleaseRows rows;
    private final Transactions transactions;

    ReleaseApi(Addressed addressed, ReleaseRows rows, Transactions transactions) {
        this.addressed = addressed;
        this.rows = rows;
        this.transactions = transactions;
    }

    /// Releases in use, in the order in which they were entered.
    ///
    /// @param q words of name, version or code
    @GetMapping("/releases")
    ResponseEntity<Rows<Line>> list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        var from = Cursor.read("releases", cursor, 1);
        int size = Cursor.size(limit);
        return transactions.read(
                caller,
                () -> from.page(
                        rows.list(q, from, size + 1),
                        size,
                        line -> List.of(line.id().toString())));
    }

    /// @param release its id or its code
    /// @param in code of the institution whose release it is, where several have the code
    @GetMapping("/releases/{release}")
    ResponseEntity<Line> one(
            Caller caller,
            @PathVariable String release,
            @RequestParam(name = "in", required = false) @Nullable String in) {
        return transactions.read(caller, () -> switch (addressed.find(addressee(release, in))) {
            case Found.One(var found) -> Cursor.json(rows.line(found.id()).orElseThrow());
            case Found.Several() -> throw new Problem(ProblemType.CONFLICT, "asset.api.error.several");
            case Found.Retired() -> throw new Problem(ProblemType.NOT_FOUND, "asset.api.error.retired");
            case Found.None() -> throw new Problem(ProblemType.NOT_FOUND, "asset.release.not-found");
        });
    }

    /// Components of the releases in sight whose package URL, CPE name or name begins with the words, with the releases
    /// that hold them; a row for each.
    @GetMapping("/components")
    ResponseEntity<Rows<Holding>> components(
            Caller caller,
            @RequestParam String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (q.strip().length() < SHORTEST_WORD) {
            throw new Problem(ProblemType.INVALID, "asset.api.error.word", SHORTEST_WORD);
        }
        var from = Cursor.read("components", cursor, 2);
        int size = Cursor.size(limit);
        return transactions.read(
                caller,
                () -> from.page(
                        rows.holding(q.strip(), from, size + 1),
                        size,
                        one -> List.of(
                                one.component().toString(), one.release().id().toString())));
    }

    private static Addressee addressee(String release, @Nullable String in) {
        try {
            return new Addressee.ById(new ReleaseId(UUID.fromString(release)));
        } catch (IllegalArgumentException _) {
            return new Addressee.ByCode(release, in);
        }
    }

    /// @param institution its code; absent for the group's own
    /// @param page where people see it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            UUID id,
            String code,
            @Nullable String institution,
            String software,
            String version,
            @Nullable String supplier,
            boolean latest,
            List<String> tags,
            int systems,
            boolean owned,
            @Nullable Bill sbom,
            String page) {

        Line {
            tags = List.copyOf(tags);
        }
    }

    /// The bill in force.
    record Bill(String form, String sha256, int components, int unidentified, int remarkCount, Instant attachedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Holding(
            UUID component,
            String name,
            @Nullable String version,
            @Nullable String purl,
            @Nullable String cpe,
            String pointer,
            TicketView.ReleaseView release) {}
}
