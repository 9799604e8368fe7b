package io.kuramori.shell.web;

import io.kuramori.identity.Caller;
import io.kuramori.identity.OpenEmergencies;
import io.kuramori.identity.Right;
import io.kuramori.shell.HomeCard;
import io.kuramori.shell.NavEntry;
import io.kuramori.shell.Tone;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Roles in the rail, and open emergencies on everybody's 「今日」; identity stands below the shell and cannot say it
/// itself.
@Configuration
class RightsInShell {

    @Bean
    NavEntry rolesEntry() {
        return new NavEntry("shell.roles.nav", "/administration/roles", 930);
    }

    @Bean
    HomeCard emergenciesCard(ObjectProvider<OpenEmergencies> emergencies) {
        return new HomeCard() {
            @Override
            public Right needs() {
                return Right.BE_SIGNED_IN;
            }

            @Override
            public List<Attention> attention(Caller caller) {
                var open = emergencies.stream()
                        .flatMap(known -> known.concerning(caller).stream())
                        .toList();
                return open.isEmpty()
                        ? List.of()
                        : List.of(new Attention(
                                Tone.ALARM,
                                open.size(),
                                "identity.emergencies.home",
                                open.stream()
                                        .map(one -> one.name() + ": " + one.reason())
                                        .collect(Collectors.joining(" / ")),
                                "/emergencies"));
            }
        };
    }
}
