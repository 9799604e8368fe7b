package io.kuramori.identity.administration;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Right;
import io.kuramori.identity.signin.AccountKeeping;
import io.kuramori.identity.signin.AccountLine;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Which ways in there are, and how many people use each.
@Controller
@Allows(Right.ADMINISTER)
class SignInMethodsController {

    private final AccountKeeping accounts;
    private final String address;

    SignInMethodsController(AccountKeeping accounts, @Value("${kuramori.address:}") String address) {
        this.accounts = accounts;
        this.address = address;
    }

    @GetMapping("/administration/sign-in")
    String page(Model model) {
        List<AccountLine> all = accounts.all();
        model.addAttribute("people", all.size())
                .addAttribute("app", (int) all.stream().filter(AccountLine::app).count())
                .addAttribute("passkeys", (int)
                        all.stream().filter(one -> one.passkeys() > 0).count())
                .addAttribute("none", (int) all.stream()
                        .filter(one -> !one.app() && one.passkeys() == 0)
                        .count())
                .addAttribute("address", address);
        return "identity/sign-in-methods";
    }
}
