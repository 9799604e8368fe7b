package io.kuramori.identity.administration;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.StepUp;
import io.kuramori.identity.oidc.Providers;
import io.kuramori.identity.signin.AccountKeeping;
import io.kuramori.identity.signin.AccountLine;
import io.kuramori.identity.signin.ExternalArrival;
import io.kuramori.identity.signin.ExternalIdentities;
import io.kuramori.identity.signin.ExternalIdentity;
import java.util.Set;
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

/// People of the institution's directories: who waits to be linked with an account, and who is. Each act says
/// beforehand
/// what it changes, needs a fresh proof and a reason, and never concerns the administrator's own account.
@Controller
@Allows(Right.ADMINISTER)
class DirectoryLinksController {

    private static final int REASON_LENGTH = 500;
    private static final Set<String> REPORTS = Set.of("linked", "unlinked", "refused");

    private final ExternalIdentities identities;
    private final AccountKeeping accounts;
    private final Providers providers;

    DirectoryLinksController(ExternalIdentities identities, AccountKeeping accounts, Providers providers) {
        this.identities = identities;
        this.accounts = accounts;
        this.providers = providers;
    }

    @GetMapping("/administration/directory")
    String list(@RequestParam(defaultValue = "") String report, Model model) {
        model.addAttribute("providers", providers)
                .addAttribute("waiting", identities.waiting())
                .addAttribute("linked", identities.linked())
                .addAttribute("report", REPORTS.contains(report) ? "identity.directory.report." + report : "");
        return "identity/directory";
    }

    /// Choose an account; with one chosen, what linking would change.
    @GetMapping("/administration/directory/arrivals/{id}")
    String arrival(Caller caller, @PathVariable UUID id, @RequestParam @Nullable UUID account, Model model) {
        var self = caller.actor().id();
        model.addAttribute("arrival", waits(id))
                .addAttribute("providers", providers)
                .addAttribute(
                        "accounts",
                        accounts.all().stream()
                                .filter(one -> !one.id().equals(self))
                                .toList())
                .addAttribute("chosen", account == null ? null : other(account, self));
        return "identity/directory-arrival";
    }

    @StepUp.Needed
    @PostMapping("/administration/directory/arrivals/{id}/link")
    String link(Caller caller, @PathVariable UUID id, @RequestParam UUID account, @RequestParam String reason) {
        var why = required(reason);
        var chosen = other(account, caller.actor().id());

        return back(identities.link(caller, waits(id), chosen, why) ? "linked" : "refused");
    }

    /// What unlinking would change.
    @GetMapping("/administration/directory/links/{id}")
    String one(Caller caller, @PathVariable UUID id, Model model) {
        var identity = linked(id);
        model.addAttribute("identity", identity)
                .addAttribute("providers", providers)
                .addAttribute("self", caller.actor().id().equals(identity.account()))
                .addAttribute("may", identities.mayUnlink(identity));
        return "identity/directory-link";
    }

    @StepUp.Needed
    @PostMapping("/administration/directory/links/{id}/unlink")
    String unlink(Caller caller, @PathVariable UUID id, @RequestParam String reason) {
        var why = required(reason);

        return back(identities.unlink(caller, linked(id), why) ? "unlinked" : "refused");
    }

    private ExternalArrival waits(UUID id) {
        return identities.arrival(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ExternalIdentity linked(UUID id) {
        return identities.link(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private AccountLine other(UUID account, UUID self) {
        return accounts.one(account)
                .filter(one -> !one.id().equals(self))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String required(String reason) {
        if (reason.isBlank() || reason.strip().length() > REASON_LENGTH) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return reason.strip();
    }

    private static String back(String report) {
        return "redirect:/administration/directory?report=" + report;
    }
}
