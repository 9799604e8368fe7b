package io.kuramori.shell.approvals;

import io.kuramori.approval.Register.Filter;
import io.kuramori.approval.Register.Sort;
import io.kuramori.approval.Register.Status;
import io.kuramori.identity.InstitutionId;
import io.kuramori.shell.ListColumn;
import io.kuramori.shell.ListColumn.Order;
import io.kuramori.shell.ListQuery;
import io.kuramori.shell.ListShape;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// What can be asked of the register.
final class RegisterShape {

    static final ListShape SHAPE = new ListShape(
            "/approvals/register",
            List.of("q", "institution", "status", "matter"),
            List.of(
                    ListColumn.text("code", "approval.code").sorted(Order.ASCENDING),
                    ListColumn.text("title", "approval.subject"),
                    ListColumn.text("institution", "approval.institution").onDemand(),
                    ListColumn.text("status", "approval.state"),
                    ListColumn.text("proof", "approval.proof"),
                    ListColumn.text("matter", "approval.matter"),
                    ListColumn.text("article", "approval.article").onDemand(),
                    ListColumn.text("requester", "approval.requester"),
                    ListColumn.day("submitted", "approval.submitted").sorted(Order.DESCENDING),
                    ListColumn.day("from", "approval.from").onDemand(),
                    ListColumn.day("until", "approval.until").sorted(Order.ASCENDING),
                    ListColumn.day("original", "approval.original").onDemand(),
                    ListColumn.number("renewals", "approval.renewals"),
                    ListColumn.number("unmet", "approval.unmet"),
                    ListColumn.day("confirmBy", "approval.confirm-by").onDemand()),
            "until");

    private RegisterShape() {}

    static Filter filter(ListQuery query, LocalDate today) {
        var institution = query.read("institution", UUID::fromString);
        var matter = query.value("matter");
        return new Filter(
                query.value("q"),
                institution == null ? null : new InstitutionId(institution),
                query.read("status", Status::valueOf),
                matter.isEmpty() ? null : matter,
                today);
    }

    static Sort sort(ListQuery query) {
        return switch (query.sort().key()) {
            case "code" -> Sort.CODE;
            case "submitted" -> Sort.SUBMITTED;
            default -> Sort.UNTIL;
        };
    }
}
