package io.kuramori.asset;

import io.kuramori.approval.ApprovalId;
import io.kuramori.approval.Approvals;
import io.kuramori.approval.Content;
import io.kuramori.identity.Caller;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Requests that are only remembered; the test decides.
public final class AskedApprovals implements Approvals {

    private final List<Asked> asked = new ArrayList<>();

    @Override
    public ApprovalId ask(Caller caller, String kind, UUID record, Content content) {
        asked.add(new Asked(kind, record, content));
        return new ApprovalId(record);
    }

    @Override
    public Optional<InForce> inForce(String kind, UUID record, LocalDate day) {
        return Optional.empty();
    }

    @Override
    public void changed(Caller caller, String kind, UUID record) {}

    public Asked last() {
        return asked.getLast();
    }

    public record Asked(String kind, UUID record, Content content) {}
}
