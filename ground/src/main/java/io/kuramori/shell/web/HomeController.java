package io.kuramori.shell.web;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.shell.HomeCard;
import io.kuramori.shell.NavEntry;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// 「今日」: what I must do, what changed, how we stand. In that order.
@Controller
@Allows(Right.BE_SIGNED_IN)
class HomeController {

    private static final int MAX_EVENTS = 12;

    private final ObjectProvider<HomeCard> cards;

    HomeController(ObjectProvider<HomeCard> cards) {
        this.cards = cards;
    }

    @GetMapping("/")
    String home(Caller caller, Model model) {
        List<HomeCard> all =
                cards.orderedStream().filter(card -> caller.may(card.needs())).toList();
        model.addAttribute(
                "attention",
                all.stream()
                        .flatMap(card -> card.attention(caller.within(card.needs())).stream())
                        .sorted(Comparator.comparing(HomeCard.Attention::tone))
                        .toList());
        model.addAttribute(
                "standing",
                all.stream()
                        .flatMap(card -> card.standing(caller.within(card.needs())).stream())
                        .toList());
        model.addAttribute(
                "events",
                all.stream()
                        .flatMap(card -> card.events(caller.within(card.needs())).stream())
                        .sorted(Comparator.comparing(HomeCard.Event::at).reversed())
                        .limit(MAX_EVENTS)
                        .toList());
        model.addAttribute(
                "steps",
                all.stream()
                        .flatMap(card -> card.firstStep(caller.within(card.needs())).stream())
                        .sorted(Comparator.comparingInt(HomeCard.FirstStep::order))
                        .toList());
        return "shell/home";
    }

    @Configuration
    static class Navigation {

        @Bean
        NavEntry homeEntry() {
            return new NavEntry("shell.home.nav", "/", 0);
        }
    }
}
