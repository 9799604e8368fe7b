package io.kuramori.notice.web;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.notice.inbox.Inboxes;
import io.kuramori.notice.inbox.Preference;
import io.kuramori.notice.inbox.Preference.Digest;
import io.kuramori.notice.mail.NoticeProperties;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
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

/// Notices: read, opened, and how one wants to be told.
@Controller
@Allows(Right.BE_SIGNED_IN)
class NoticeController {

    private final Inboxes inboxes;
    private final NoticeProperties properties;

    NoticeController(Inboxes inboxes, NoticeProperties properties) {
        this.inboxes = inboxes;
        this.properties = properties;
    }

    @GetMapping("/notices")
    String page(Caller caller, Model model) {
        return show(caller, model, false);
    }

    /// Reads a notice and goes where it leads.
    @PostMapping("/notices/{id}/open")
    String open(Caller caller, @PathVariable UUID id) {
        var message = inboxes.find(caller, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        inboxes.read(caller, id);
        return "redirect:" + message.href();
    }

    @PostMapping("/notices/read")
    String readAll(Caller caller) {
        inboxes.read(caller, null);
        return "redirect:/notices";
    }

    @PostMapping("/notices/preference")
    String preference(
            Caller caller,
            @RequestParam int version,
            @RequestParam Digest digest,
            @RequestParam(defaultValue = "") String daily,
            @RequestParam(defaultValue = "") String quietFrom,
            @RequestParam(defaultValue = "") String quietUntil,
            Model model) {
        try {
            var at = time(daily);
            var from = time(quietFrom);
            var until = time(quietUntil);
            if (at == null || (from == null) != (until == null)) {
                return show(caller, model, true);
            }
            inboxes.save(caller, new Preference(version, digest, at, from, until));
            return "redirect:/notices";
        } catch (DateTimeParseException _) {
            return show(caller, model, true);
        }
    }

    private static @Nullable LocalTime time(String typed) {
        return typed.isBlank() ? null : LocalTime.parse(typed.strip());
    }

    private String show(Caller caller, Model model, boolean refused) {
        model.addAttribute(
                "view", new NoticePage(inboxes.of(caller), inboxes.preference(caller), properties.mails(), refused));
        return "notice/inbox";
    }
}
