package io.kuramori.identity.rights;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.CurrentCaller;
import io.kuramori.identity.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Stands before every controller: lets in who has the right that the endpoint declares, and shows the endpoint the
/// caller with just the institutions where he has it.
@Configuration(proxyBeanMethods = false)
class EndpointCheck implements WebMvcConfigurer, HandlerInterceptor {

    private final Gate gate;
    private final CurrentCaller current;

    EndpointCheck(Gate gate, CurrentCaller current) {
        this.gate = gate;
        this.current = current;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        // Before any other: nobody is asked to prove himself again for a page that is not his.
        interceptors.addInterceptor(this).order(-2);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }

        var right = declared(method);
        if (right == null) {
            throw new AccessDeniedException(method + " does not declare who may call it");
        }
        if (right != Right.ENTER) {
            request.setAttribute(Caller.class.getName(), admitted(right));
        }
        return true;
    }

    private Caller admitted(Right right) {
        return current.find()
                .flatMap(caller -> gate.admit(caller, right))
                .orElseThrow(() -> new AccessDeniedException(right + " is not held"));
    }

    /// What the method, or else its class, declares.
    static @Nullable Right declared(HandlerMethod method) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Allows.class);
        var allows = own == null ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allows.class) : own;
        return allows == null ? null : allows.value();
    }
}
