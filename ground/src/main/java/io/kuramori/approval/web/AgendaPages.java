package io.kuramori.approval.web;

import io.kuramori.approval.requests.AgendaItem;
import io.kuramori.approval.requests.Request;
import io.kuramori.approval.requests.Sheet;
import io.kuramori.organization.Committee;
import io.kuramori.organization.Institution;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What the pages of agenda items show.
public final class AgendaPages {

    private AgendaPages() {}

    /// @param bodies names of committees
    public record Listing(List<AgendaItem> items, Map<UUID, String> bodies, LocalDate today) {

        public Listing {
            items = List.copyOf(items);
        }

        public String body(AgendaItem item) {
            return bodies.getOrDefault(item.committee().value(), "");
        }
    }

    /// @param committee chosen; empty until one is
    /// @param candidates waiting requests that it decides
    /// @param next its next meeting
    public record Making(
            Institution institution,
            List<Institution> institutions,
            List<Committee> committees,
            Optional<Committee> committee,
            List<Request> candidates,
            Optional<LocalDate> next,
            Filled filled) {

        public Making {
            institutions = List.copyOf(institutions);
            committees = List.copyOf(committees);
            candidates = List.copyOf(candidates);
        }
    }

    /// @param sheets the item's requests, as the reader sees them
    public record Item(AgendaItem item, String body, LocalDate today, List<Sheet> sheets, Filled filled) {

        public Item {
            sheets = List.copyOf(sheets);
        }

        public boolean vote() {
            return sheets.stream().anyMatch(sheet -> sheet.may().decide());
        }

        public boolean close() {
            return sheets.stream().anyMatch(sheet -> sheet.may().close());
        }
    }
}
