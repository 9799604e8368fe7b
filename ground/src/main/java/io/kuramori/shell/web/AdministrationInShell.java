package io.kuramori.shell.web;

import io.kuramori.shell.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The place of administration in the rail; identity stands below the shell and cannot say it itself.
@Configuration
class AdministrationInShell {

    @Bean
    NavEntry administrationEntry() {
        return new NavEntry("identity.administration.title", "/administration", 990);
    }
}
