package io.kuramori.identity.administration;

import io.kuramori.identity.Administrators;
import io.kuramori.identity.CurrentCaller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Accounts and keys belong to the whole group: whoever administers a part of it does not look after them.
@Configuration(proxyBeanMethods = false)
class AdministratorsOnly implements WebMvcConfigurer, HandlerInterceptor {

    private final CurrentCaller caller;
    private final Administrators administrators;

    AdministratorsOnly(CurrentCaller caller, Administrators administrators) {
        this.caller = caller;
        this.administrators = administrators;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // Before the one that asks for a fresh proof: nobody proves anything for a page that is not theirs.
        registry.addInterceptor(this)
                .addPathPatterns(
                        "/administration",
                        "/administration/accounts/**",
                        "/administration/resets/**",
                        "/administration/services/**",
                        "/administration/sign-in")
                .order(-1);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (caller.find().filter(administrators::include).isEmpty()) {
            throw new AccessDeniedException("for administrators");
        }
        return true;
    }
}
