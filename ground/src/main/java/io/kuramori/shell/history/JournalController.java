package io.kuramori.shell.history;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.Transactions;
import io.kuramori.shell.HomeCard;
import io.kuramori.shell.NavEntry;
import io.kuramori.shell.Tone;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The journal: search by kind, person, reason, record and day.
@Controller
@Allows(Right.READ_JOURNAL)
class JournalController {

    private final JournalRepository repository;
    private final Transactions transactions;
    private final ZoneId zone;

    JournalController(
            JournalRepository repository,
            Transactions transactions,
            @Value("${kuramori.zone:Asia/Tokyo}") ZoneId zone) {
        this.repository = repository;
        this.transactions = transactions;
        this.zone = zone;
    }

    @GetMapping("/journal")
    String journal(
            Caller caller,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String record,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        var filter = new JournalFilter(kind, actor.strip(), reason.strip(), record.strip(), day, before);
        transactions.read(caller, () -> {
            List<JournalLine> lines = repository.find(filter, zone);
            model.addAttribute("lines", lines.subList(0, Math.min(JournalRepository.PAGE, lines.size())));
            model.addAttribute("more", lines.size() > JournalRepository.PAGE);
            model.addAttribute("kinds", repository.kinds());
            model.addAttribute("standing", repository.standing());
            return true;
        });
        model.addAttribute("filter", filter);
        return "shell/journal";
    }

    @Configuration
    static class InShell {

        @Bean
        NavEntry journalEntry() {
            return new NavEntry("shell.journal.nav", "/journal", 920);
        }

        @Bean
        HomeCard journalCard(JournalRepository repository, Transactions transactions) {
            return new HomeCard() {
                @Override
                public Right needs() {
                    return Right.READ_JOURNAL;
                }

                @Override
                public List<HomeCard.Standing> standing(Caller caller) {
                    var standing = transactions.read(caller, repository::standing);
                    return List.of(new HomeCard.Standing(
                            "shell.journal.standing", "%,d".formatted(standing.size()), Tone.ACCENT, "/journal"));
                }
            };
        }
    }
}
