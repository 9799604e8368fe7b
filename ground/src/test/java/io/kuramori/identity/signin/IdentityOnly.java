package io.kuramori.identity.signin;

import io.kuramori.identity.Allows;
import io.kuramori.identity.ApiPermission;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.InstitutionTree;
import io.kuramori.identity.Right;
import io.kuramori.identity.StepUp;
import io.kuramori.journal.Batches;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// The modules up to identity as an application, which no scan for components finds: a view prints its name and model,
/// a page says who calls.
@EnableAutoConfiguration
@ComponentScan({"io.kuramori.database", "io.kuramori.identity"})
@Import(Batches.class)
class IdentityOnly {

    static final InstitutionId BANK = new InstitutionId(UUID.fromString("00000000-0000-7000-8000-00000000b001"));

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    InstitutionTree tree() {
        return new InstitutionTree() {
            @Override
            public Set<InstitutionId> subtree(InstitutionId root) {
                return Set.of(root);
            }

            @Override
            public Set<InstitutionId> all() {
                return Set.of(BANK);
            }
        };
    }

    @Bean
    ViewResolver views() {
        return new PrintedViews();
    }

    /// Before the framework's own resolvers, as the real one.
    private static final class PrintedViews implements ViewResolver, Ordered {

        @Override
        public @Nullable View resolveViewName(String name, Locale locale) {
            return name.startsWith("identity/")
                    ? (model, request, response) -> print(name, model, request, response)
                    : null;
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        private static void print(
                String name, @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
            var page = new StringBuilder("view=" + name + "\n_csrf=" + token.getToken() + "\n");
            if (model != null) {
                model.forEach((key, value) ->
                        page.append(key).append('=').append(value).append('\n'));
            }
            response.getOutputStream().write(page.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @TestComponent
    @RestController
    @Allows(Right.BE_SIGNED_IN)
    static final class Room {

        @GetMapping("/room")
        String get(Caller caller) {
            return caller.toString();
        }

        @PostMapping("/room")
        String post(Caller caller) {
            return caller.name();
        }
    }

    /// What needs a fresh proof.
    @TestComponent
    @RestController
    @Allows(Right.BE_SIGNED_IN)
    @StepUp.Needed
    static final class Vault {

        @GetMapping("/weighty")
        String get(Caller caller) {
            return caller.toString();
        }

        @PostMapping("/weighty")
        String post(Caller caller, @RequestParam String why) {
            return "done " + caller.actor().strength() + " " + why;
        }
    }

    /// What programs call.
    @TestComponent
    @RestController
    @Allows(Right.ATTACH_SBOM)
    @ApiPermission.Needed(ApiPermission.SBOM_SEND)
    static final class Interface {

        @GetMapping("/api/sboms")
        String get(Caller caller) {
            return caller.toString();
        }

        @PostMapping("/api/sboms")
        String post(Caller caller) {
            return caller.name();
        }

        @Allows(Right.READ_VULNERABILITIES)
        @ApiPermission.Needed(ApiPermission.FINDINGS_READ)
        @GetMapping("/api/findings")
        String findings(Caller caller) {
            return caller.name();
        }
    }
}
