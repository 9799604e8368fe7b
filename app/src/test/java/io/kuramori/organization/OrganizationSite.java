package io.kuramori.organization;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.Access;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.InstitutionTree;
import io.kuramori.journal.Actor;
import io.kuramori.journal.History;
import io.kuramori.shell.RecordPanels;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The organization's screens in their frame, over real HTTP and the database of the test class that runs now. Two
/// people sign in by HTTP Basic: 山田 sees every institution, 佐藤 only the one with the code AOBA.
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@ComponentScan(
        basePackages = {
            "io.kuramori.shell.web",
            "io.kuramori.shell.words",
            "io.kuramori.organization",
            "io.kuramori.exchange"
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Import({History.class, RecordPanels.class})
class OrganizationSite {

    static final String YAMADA = "山田 花子";
    static final String SATO = "佐藤 次郎";

    /// Monday, 23 November 2026, noon in Tokyo.
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

    static ServletWebServerApplicationContext start() {
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(OrganizationSite.class, transactions())
                .beanNameGenerator(new FullyQualifiedAnnotationBeanNameGenerator())
                .run("--server.port=0");
    }

    /// The application's own transaction template, whose class is its module's secret.
    private static Class<?> transactions() {
        try {
            return Class.forName("io.kuramori.identity.internal.JdbcTransactions");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static String address(ServletWebServerApplicationContext site) {
        return "http://localhost:" + Objects.requireNonNull(site.getWebServer()).getPort();
    }

    /// Sees everything there is at the moment.
    static Caller yamada(InstitutionTree tree) {
        return caller(YAMADA, tree.all());
    }

    private static Caller caller(String name, Set<InstitutionId> scope) {
        var id = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Caller(new Actor(id, Actor.Kind.PERSON, Actor.Strength.MULTI_FACTOR), name, scope);
    }

    @Bean
    DataSource dataSource() {
        return KuramoriDatabase.appDataSource();
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

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
        return new InMemoryUserDetailsManager(List.of(
                new User(YAMADA, "{noop}ledger", AuthorityUtils.createAuthorityList("person")),
                new User(SATO, "{noop}ledger", AuthorityUtils.createAuthorityList("person"))));
    }

    @Bean
    SecurityFilterChain site(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/kuramori/**", "/webjars/**", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint((_, response, _) -> response.sendError(401)))
                .build();
    }

    @Bean
    WebMvcConfigurer callers(InstitutionTree tree) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Callers(tree));
            }
        };
    }

    private record Callers(InstitutionTree tree) implements HandlerMethodArgumentResolver {

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
            var name = Objects.requireNonNull(request.getUserPrincipal()).getName();
            return caller(name, name.equals(YAMADA) ? tree.all() : GivenOrganization.scopeOfSato());
        }
    }
}
