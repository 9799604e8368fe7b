package io.kuramori;

import io.kuramori.identity.Access;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.journal.Actor;
import io.kuramori.shell.HomeCard;
import io.kuramori.shell.NavEntry;
import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
import io.kuramori.shell.RecordPanels;
import io.kuramori.shell.SearchSource;
import io.kuramori.shell.Tone;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The shell by itself, without a database: cards and hits that are written here, one person (yamada / ledger) by HTTP
/// Basic, and places that fail in every way. The rooms' tests use the whole application.
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@ComponentScan({"io.kuramori.shell.web", "io.kuramori.shell.words"})
@Import({ShellSite.Failing.class, RecordPanels.class})
class ShellSite implements WebMvcConfigurer {

    private static final Instant NOW = Instant.parse("2026-11-23T05:05:00Z");

    /// Rights are another test's matter.
    @Bean
    Access access() {
        return (method, path) -> true;
    }

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    UserDetailsService people() {
        return new InMemoryUserDetailsManager(
                new User("山田 花子", "{noop}ledger", AuthorityUtils.createAuthorityList("person")));
    }

    @Bean
    SecurityFilterChain site(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/open/**", "/api/open/**", "/error")
                        .permitAll()
                        .requestMatchers("/kuramori/**", "/webjars/**", "/actuator/health")
                        .permitAll()
                        .requestMatchers("/forbidden", "/api/forbidden")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint((_, response, _) -> response.sendError(401)))
                .csrf(csrf -> csrf.ignoringRequestMatchers("/open/**", "/api/open/**"))
                .build();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Caller.class;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binders) {
                return new Caller(Actor.KURAMORI, "山田 花子", Set.of());
            }
        });
    }

    @Bean
    NavEntry systems() {
        return new NavEntry("shell.keys.search", "/search", 100);
    }

    @Bean
    HomeCard card() {
        return new HomeCard() {
            @Override
            public Right needs() {
                return Right.BE_SIGNED_IN;
            }

            @Override
            public List<Attention> attention(Caller caller) {
                return List.of(
                        new Attention(Tone.ACCENT, 6, "shell.scope", "openssl 3.0.15 以上へ", "/search?q=due"),
                        new Attention(Tone.ALARM, 4, "shell.today", "脆弱性 3、最長 6 営業日", "/search?q=overdue"),
                        new Attention(Tone.CAUTION, 1204, "shell.search", "例外申請 2 件", "/search?q=open"));
            }

            @Override
            public List<Standing> standing(Caller caller) {
                return List.of(
                        new Standing("shell.rooms", "94.1%", Tone.GOOD, "/search?q=1"),
                        new Standing("shell.person", "3日前", Tone.ALARM, "/search?q=2"),
                        new Standing("shell.asof.now", "1,318", Tone.ACCENT, "/search?q=3"));
            }

            @Override
            public List<Event> events(Caller caller) {
                return List.of(
                        new Event(NOW.minusSeconds(60), "shell.scope", Tone.ALARM, "CVE-2026-41822、3 システム", "/search"),
                        new Event(NOW.minusSeconds(9000), "shell.today", Tone.GOOD, "確認日 11-22", "/search"));
            }
        };
    }

    @Bean
    SearchSource hits() {
        return new SearchSource() {
            @Override
            public Right needs() {
                return Right.BE_SIGNED_IN;
            }

            @Override
            public String titleKey() {
                return "shell.rooms";
            }

            @Override
            public List<Hit> find(Caller caller, String query, int limit) {
                return query.equals("勘定")
                        ? List.of(
                                new Hit("SYS-001", "勘定系", "あおば銀行", "/search?q=1"),
                                new Hit("SYS-002", "勘定系 DR", "あおば銀行", "/search?q=2"))
                        : List.of();
            }
        };
    }

    /// Places that fail.
    @TestComponent
    @Controller
    @SuppressWarnings("DoNotCallSuggester")
    static final class Failing {

        @GetMapping({"/open/broken", "/api/open/broken"})
        String broken() {
            throw new IllegalStateException("secret inside");
        }

        @GetMapping({"/open/often", "/api/open/often"})
        String often() {
            throw new Problem(ProblemType.TOO_MANY_REQUESTS, "shell.problem.too-many-requests.advice");
        }

        @PostMapping(
                path = {"/open/json", "/api/open/json"},
                consumes = "application/json")
        @ResponseBody
        String json(@RequestBody Map<String, String> body) {
            return "read " + body.size();
        }

        @PostMapping({"/open/file", "/api/open/file"})
        @ResponseBody
        String file(@RequestParam MultipartFile file) {
            return "read " + file.getSize();
        }

        @GetMapping("/open/number")
        @ResponseBody
        String number(@RequestParam int n, HttpServletRequest request) {
            return request.getMethod() + n;
        }
    }
}
