package io.kuramori.asset.systems;

import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The ledger as a list.
@Controller
class SystemListController {

    private final SystemList list;
    private final Directory directory;
    private final Transactions transactions;

    SystemListController(SystemList list, Directory directory, Transactions transactions) {
        this.list = list;
        this.directory = directory;
        this.transactions = transactions;
    }

    @GetMapping("/systems")
    String systems(Caller caller, @RequestParam Map<String, String> request, Model model) {
        var query = SystemQuery.of(request);
        return transactions.read(caller, () -> {
            model.addAttribute("query", query);
            model.addAttribute("systems", list.page(query.filter(), query.sort(), query.after(), SystemList.PAGE));
            model.addAttribute("count", list.count(query.filter()));
            model.addAttribute("institutions", directory.institutions());
            return "asset/systems";
        });
    }
}
