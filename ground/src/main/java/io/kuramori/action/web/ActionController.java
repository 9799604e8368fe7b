package io.kuramori.action.web;

import io.kuramori.action.Plan;
import io.kuramori.action.tracker.Action;
import io.kuramori.action.tracker.Step;
import io.kuramori.action.tracker.Tracker;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Organization;
import io.kuramori.organization.Post;
import io.kuramori.organization.PostId;
import io.kuramori.organization.Trails;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// One action: opened, carried on, verified by somebody else.
@Controller
@Allows(Right.CHANGE_ACTIONS)
class ActionController {

    private static final int LINE = 200;
    private static final int TEXT = 4_000;

    private final Tracker tracker;
    private final Organization organization;
    private final Trails trails;
    private final Transactions transactions;

    ActionController(Tracker tracker, Organization organization, Trails trails, Transactions transactions) {
        this.tracker = tracker;
        this.organization = organization;
        this.trails = trails;
        this.transactions = transactions;
    }

    /// What may be done; the button's value.
    enum Act {
        COMPLETE,
        VERIFY,
        SEND_BACK,
        EXTEND,
        REOPEN,
        CANCEL
    }

    @GetMapping("/actions/new")
    String blank(Caller caller, @RequestParam(defaultValue = "") String institution, Model model) {
        return form(caller, institution, model, Map.of(), List.of());
    }

    @PostMapping("/actions")
    String open(Caller caller, @RequestParam String institution, @RequestParam Map<String, String> typed, Model model) {
        var place = transactions.read(
                caller, () -> organization.institution(institution).orElseThrow(ActionController::gone));
        var complaints = new ArrayList<Complaint>();
        var title = text(typed, "title", LINE, true, complaints);
        var details = text(typed, "details", TEXT, false, complaints);
        var owner = id(typed, "owner", complaints);
        var due = day(typed, "due", complaints);
        if (complaints.isEmpty()) {
            try {
                var plan = new Plan(
                        place.id(),
                        title,
                        details,
                        null,
                        new PostId(Objects.requireNonNull(owner)),
                        Objects.requireNonNull(due));
                return "redirect:/actions/" + tracker.open(caller, plan).value();
            } catch (Invalid refused) {
                complaints.addAll(refused.complaints());
            }
        }
        return form(caller, institution, model, typed, complaints);
    }

    @Allows(Right.READ_ACTIONS)
    @GetMapping("/actions/{id}")
    String page(Caller caller, @PathVariable UUID id, Model model) {
        return show(caller, stored(caller, id), model, Map.of(), List.of());
    }

    @PostMapping("/actions/{id}/step")
    String step(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam Act act,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Model model) {
        var action = stored(caller, id);
        var complaints = new ArrayList<Complaint>();
        var step = step(caller, act, typed, complaints);
        var reason = text(typed, "reason", LINE, needsReason(act), complaints);
        if (complaints.isEmpty()) {
            try {
                tracker.take(caller, id, version, Objects.requireNonNull(step), reason.isEmpty() ? null : reason);
                return "redirect:/actions/" + id;
            } catch (Invalid refused) {
                complaints.addAll(refused.complaints());
            } catch (StaleRecord _) {
                complaints.add(new Complaint("", "action.error.changed", List.of()));
            }
        }
        return show(caller, action, model, typed, complaints);
    }

    private @Nullable Step step(Caller caller, Act act, Map<String, String> typed, List<Complaint> complaints) {
        return switch (act) {
            case COMPLETE -> {
                var evidence = text(typed, "evidence", TEXT, true, complaints);
                var reference = text(typed, "reference", LINE, false, complaints);
                yield new Step.Complete(evidence, reference.isEmpty() ? null : reference);
            }
            case VERIFY -> tracker.verification(caller);
            case SEND_BACK -> new Step.SendBack();
            case EXTEND -> {
                var due = day(typed, "due", complaints);
                yield due == null ? null : new Step.Extend(due);
            }
            case REOPEN -> new Step.Reopen();
            case CANCEL -> new Step.Cancel();
        };
    }

    private static boolean needsReason(Act act) {
        return switch (act) {
            case COMPLETE, VERIFY -> false;
            case SEND_BACK, EXTEND, REOPEN, CANCEL -> true;
        };
    }

    private String show(
            Caller caller, Action action, Model model, Map<String, String> typed, List<Complaint> complaints) {
        var page = transactions.read(caller, () -> {
            var done = action.done();
            return new ActionPage(
                    action,
                    organization
                            .institution(action.plan().institution())
                            .map(Institution::name)
                            .orElse(""),
                    organization.post(action.plan().owner()).map(Post::name).orElse(""),
                    tracker.today(caller, action.plan()),
                    done != null && done.by().equals(caller.actor().id()),
                    trails.of(caller, "action.action", action.id()),
                    typed,
                    complaints);
        });
        model.addAttribute("view", page);
        return "action/action";
    }

    private String form(
            Caller caller, String code, Model model, Map<String, String> typed, List<Complaint> complaints) {
        var form = transactions.read(caller, () -> {
            var all = organization.institutions();
            var chosen = all.stream()
                    .filter(each -> code.isBlank() || each.code().equals(code))
                    .findFirst()
                    .orElseThrow(ActionController::gone);
            return new ActionForm(chosen, all, organization.postsOf(chosen.id()), typed, complaints);
        });
        model.addAttribute("form", form);
        return "action/form";
    }

    private Action stored(Caller caller, UUID id) {
        return tracker.find(caller, id).orElseThrow(ActionController::gone);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static String text(
            Map<String, String> typed, String field, int most, boolean required, List<Complaint> complaints) {
        var text = typed.getOrDefault(field, "").strip().replace("\r\n", "\n");
        if (text.isEmpty() && required) {
            complaints.add(new Complaint(field, "action.error.required", List.of()));
        } else if (text.length() > most) {
            complaints.add(new Complaint(field, "action.error.too-long", List.of(most)));
        }
        return text;
    }

    private static @Nullable LocalDate day(Map<String, String> typed, String field, List<Complaint> complaints) {
        try {
            var day = LocalDate.parse(typed.getOrDefault(field, "").strip());
            if (day.getYear() >= 1900 && day.getYear() <= 2099) {
                return day;
            }
        } catch (DateTimeParseException _) {
            // Said below, as for a day of another age.
        }
        complaints.add(new Complaint(field, "action.error.date", List.of()));
        return null;
    }

    private static @Nullable UUID id(Map<String, String> typed, String field, List<Complaint> complaints) {
        try {
            return UUID.fromString(typed.getOrDefault(field, ""));
        } catch (IllegalArgumentException _) {
            complaints.add(new Complaint(field, "action.error.required", List.of()));
            return null;
        }
    }
}
