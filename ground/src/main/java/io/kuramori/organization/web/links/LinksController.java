package io.kuramori.organization.web.links;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.StepUp;
import io.kuramori.organization.PersonId;
import io.kuramori.organization.internal.AccountLink.Standing;
import io.kuramori.organization.internal.AccountLinks;
import io.kuramori.organization.internal.LinkOutcome;
import io.kuramori.organization.internal.LinkOutcome.Done;
import io.kuramori.organization.internal.LinkOutcome.Refused;
import io.kuramori.organization.internal.LinkOutcome.Rule;
import io.kuramori.organization.web.frame.Places;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who is who: what waits, what is free, what the addresses suggest; and what a link would bring or take.
@Controller
@Allows(Right.ADMINISTER)
class LinksController {

    private static final String LIST = "/administration/links";

    private final AccountLinks links;
    private final Clock clock;

    LinksController(AccountLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    @GetMapping(LIST)
    String list(Caller caller, Model model) {
        model.addAttribute("view", new LinksView(links.all(caller), links.linkable(caller), clock.instant()));
        return "organization/links";
    }

    @GetMapping(LIST + "/new")
    String choose(
            Caller caller,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String person,
            Model model) {
        var free = links.linkable(caller);
        var accounts = new LinkedHashMap<String, String>();
        free.accounts().forEach(each -> accounts.put(each.id().toString(), each.name() + " (" + each.email() + ")"));
        // Somebody who is one already may be another, too: entered in the ledgers of two institutions.
        links.all(caller).stream()
                .filter(link -> link.standing(clock.instant()) == Standing.HELD)
                .forEach(link -> accounts.putIfAbsent(
                        link.account().toString(), link.accountName() + " (" + link.accountEmail() + ")"));
        var people = new LinkedHashMap<String, String>();
        free.people()
                .forEach(each -> people.put(
                        each.id().value().toString(), each.institution() + " " + each.code() + " " + each.name()));
        model.addAttribute("accounts", accounts)
                .addAttribute("people", people)
                .addAttribute("account", account)
                .addAttribute("person", person);
        return "organization/link-new";
    }

    /// Says what would follow, before it is done.
    @GetMapping(LIST + "/check")
    String check(Caller caller, @RequestParam UUID account, @RequestParam UUID person, Model model) {
        return check(caller, account, new PersonId(person), "", "", model);
    }

    @StepUp.Needed
    @PostMapping(LIST)
    String propose(
            Caller caller,
            @RequestParam UUID account,
            @RequestParam UUID person,
            @RequestParam String reason,
            HttpServletResponse response,
            Model model) {
        return switch (links.propose(caller, account, new PersonId(person), reason)) {
            case Done(var id) -> "redirect:" + LIST + "/" + id;
            case Refused(var rule) -> {
                if (rule == Rule.NO_ACCOUNT || rule == Rule.NO_PERSON) {
                    throw Places.notFound();
                }
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield check(caller, account, new PersonId(person), reason, rule.key(), model);
            }
        };
    }

    @GetMapping(LIST + "/{id}")
    String one(Caller caller, @PathVariable UUID id, Model model) {
        return page(caller, id, "", model);
    }

    @StepUp.Needed
    @PostMapping(LIST + "/{id}/confirm")
    String confirm(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam int version,
            HttpServletResponse response,
            Model model) {
        return after(caller, id, links.confirm(caller, id, version), response, model);
    }

    @PostMapping(LIST + "/{id}/refuse")
    String refuse(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam int version,
            HttpServletResponse response,
            Model model) {
        return after(caller, id, links.refuse(caller, id, version), response, model);
    }

    @StepUp.Needed
    @PostMapping(LIST + "/{id}/end")
    String end(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam int version,
            HttpServletResponse response,
            Model model) {
        return after(caller, id, links.end(caller, id, version), response, model);
    }

    private String check(Caller caller, UUID account, PersonId person, String reason, String error, Model model) {
        var pair = links.pair(caller, account, person).orElseThrow(Places::notFound);
        model.addAttribute("pair", pair)
                .addAttribute("effect", links.effect(caller, account, person))
                .addAttribute("first", links.first(caller, account))
                .addAttribute("self", caller.actor().id().equals(account))
                .addAttribute("reason", reason)
                .addAttribute("error", error);
        return "organization/link-check";
    }

    private String after(Caller caller, UUID id, LinkOutcome outcome, HttpServletResponse response, Model model) {
        return switch (outcome) {
            case Done _ -> "redirect:" + LIST + "/" + id;
            case Refused(var rule) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(caller, id, rule.key(), model);
            }
        };
    }

    private String page(Caller caller, UUID id, String error, Model model) {
        var link = links.find(caller, id).orElseThrow(Places::notFound);
        var standing = link.standing(clock.instant());
        boolean open = standing == Standing.WAITING || standing == Standing.UNCONFIRMED;
        model.addAttribute("link", link)
                .addAttribute("standing", standing)
                .addAttribute("effect", links.effect(caller, link.account(), link.person()))
                .addAttribute("asked", caller.actor().id().equals(link.askedBy()))
                .addAttribute("mayConfirm", open && links.mayConfirm(caller, link))
                .addAttribute("error", error);
        return "organization/link";
    }
}
