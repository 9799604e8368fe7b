package io.kuramori.organization.web;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.Appointment.Kind;
import io.kuramori.organization.AppointmentId;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Person;
import io.kuramori.organization.PersonId;
import io.kuramori.organization.internal.People;
import io.kuramori.organization.internal.Transfers;
import io.kuramori.organization.internal.Transfers.Handover;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The 異動 workbench: what a person's posts hold, who takes them over, and from when.
@Controller
@Allows(Right.CHANGE_ORGANIZATION)
class TransferController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final Transfers transfers;
    private final People people;
    private final Clock clock;

    TransferController(Transfers transfers, People people, Clock clock) {
        this.transfers = transfers;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/organization/transfers")
    String workbench(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate effective,
            @RequestParam(defaultValue = "false") boolean done,
            Model model) {
        show(caller, person, effective, List.of(), done, model);
        return "organization/transfers";
    }

    /// Fields: for every post `successor-<appointment>`, `kind-<appointment>`, `version-<appointment>`; a post whose
    /// `pass-<appointment>` is not ticked stays with the person.
    @PostMapping("/organization/transfers")
    String transfer(
            Caller caller,
            @RequestParam UUID person,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate effective,
            @RequestParam String reason,
            @RequestParam Map<String, String> fields,
            Model model) {
        try {
            transfers.transfer(
                    caller,
                    reason.isBlank() ? "organization.transfers.title" : reason,
                    effective,
                    handovers(fields),
                    null);
            return "redirect:/organization/transfers?done=true&person=" + person + "&effective=" + effective;
        } catch (Invalid refused) {
            show(caller, person, effective, refused.complaints(), false, model);
        } catch (StaleRecord stale) {
            var complaint = new Complaint("", "organization.error.stale", List.of());
            show(caller, person, effective, List.of(complaint), false, model);
        }
        return "organization/transfers";
    }

    private void show(
            Caller caller,
            @Nullable UUID person,
            @Nullable LocalDate effective,
            List<Complaint> complaints,
            boolean done,
            Model model) {
        var day = Optional.ofNullable(effective)
                .orElseGet(() -> LocalDate.now(clock.withZone(ZONE)).plusDays(1));
        List<Person> all = people.all(caller).stream()
                .filter(each -> each.retiredOn() == null)
                .sorted(Comparator.comparing(Person::reading).thenComparing(Person::code))
                .toList();
        var chosen =
                all.stream().filter(each -> each.id().value().equals(person)).findFirst();
        model.addAttribute(
                "view",
                new Workbench(
                        all,
                        chosen,
                        day,
                        chosen.map(each -> transfers.loads(caller, each.id(), day))
                                .orElse(List.of()),
                        complaints,
                        done));
    }

    private static List<Handover> handovers(Map<String, String> fields) {
        var handovers = new ArrayList<Handover>();
        fields.forEach((field, value) -> {
            if (field.startsWith("pass-")) {
                handovers.add(handover(field.substring("pass-".length()), fields));
            }
        });
        return handovers;
    }

    private static Handover handover(String appointment, Map<String, String> fields) {
        try {
            var successor = fields.getOrDefault("successor-" + appointment, "");
            var line = fields.getOrDefault("line-" + appointment, "");
            return new Handover(
                    new AppointmentId(UUID.fromString(appointment)),
                    Integer.parseInt(fields.getOrDefault("version-" + appointment, "0")),
                    successor.isEmpty() ? null : new PersonId(UUID.fromString(successor)),
                    Kind.valueOf(fields.getOrDefault("kind-" + appointment, "PRINCIPAL")),
                    line.isEmpty() ? null : Integer.valueOf(line));
        } catch (IllegalArgumentException e) {
            throw new Invalid("", "organization.error.form");
        }
    }
}
