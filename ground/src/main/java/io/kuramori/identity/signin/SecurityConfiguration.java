package io.kuramori.identity.signin;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// The filter chain: everything needs both factors, but for the way in, what pages are made of, and the health check.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] OPEN = {
        "/login",
        "/login/**",
        "/setup",
        "/kuramori/**",
        "/webjars/**",
        "/favicon.ico",
        "/favicon.svg",
        "/error",
        "/actuator/health",
        "/actuator/health/**",
        "/api/v1/openapi.json",
        "/dtrack/api/version"
    };

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            SessionContexts sessions,
            KeyCallers keys,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        var refusals = new Refusals(errors);

        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new KeyFilter(keys, errors), CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(new BoundCsrfTokens())
                        .ignoringRequestMatchers(KeyFilter::byKeyAlone)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    /// Accounts are Kuramori's own: keeps the framework from making up a user with a printed password.
    @Bean
    AuthenticationManager noOtherWayIn() {
        return authentication -> {
            throw new AuthenticationServiceException("signing in goes through the sign-in page");
        };
    }
}
