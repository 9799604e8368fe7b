package io.kuramori.identity.signin;

import io.kuramori.identity.CurrentCaller;
import io.kuramori.identity.StepUp;
import io.kuramori.identity.StepUpRequired;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets nothing that is marked [StepUp.Needed] begin without a fresh proof.
@Configuration(proxyBeanMethods = false)
class StepUpGuard implements WebMvcConfigurer, HandlerInterceptor {

    private final StepUp stepUp;
    private final CurrentCaller caller;

    StepUpGuard(StepUp stepUp, CurrentCaller caller) {
        this.stepUp = stepUp;
        this.caller = caller;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && needed(method)) {
            stepUp.require(caller.find().orElseThrow(StepUpRequired::new));
        }
        return true;
    }

    private static boolean needed(HandlerMethod method) {
        return method.hasMethodAnnotation(StepUp.Needed.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), StepUp.Needed.class);
    }
}
