package io.kuramori.approval.web;

import io.kuramori.approval.requests.Inbox;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What waits for whoever looks.
@Controller("approvalInboxController")
@Allows(Right.READ_APPROVALS)
class InboxController {

    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/approvals")
    String inbox(Caller caller, Model model) {
        model.addAttribute("inbox", inbox.of(caller));
        return "approval/inbox";
    }
}
