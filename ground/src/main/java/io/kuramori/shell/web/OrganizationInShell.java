package io.kuramori.shell.web;

import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.shell.HomeCard;
import io.kuramori.shell.NavEntry;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The organization's place in the rail and on 「今日」; its module stands below the shell and cannot say it itself.
@Configuration
class OrganizationInShell {

    @Bean
    NavEntry organizationEntry() {
        return new NavEntry("shell.organization.nav", "/organization", 800);
    }

    @Bean
    HomeCard organizationCard() {
        return new HomeCard() {
            @Override
            public Right needs() {
                return Right.CHANGE_ORGANIZATION;
            }

            @Override
            public Optional<FirstStep> firstStep(Caller caller) {
                return caller.scope().isEmpty()
                        ? Optional.of(new FirstStep(
                                10, "shell.organization.first", "shell.organization.first.text", "/organization"))
                        : Optional.empty();
            }
        };
    }
}
