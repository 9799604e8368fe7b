package io.kuramori.identity.signin;

import io.kuramori.identity.ApiPaths;
import io.kuramori.identity.ApiPermission;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets a key open only what declares a permission that the key has.
@Configuration(proxyBeanMethods = false)
class ApiPermissionGuard implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof CalledByKey called
                && request.getDispatcherType() != DispatcherType.ERROR) {
            if (!(handler instanceof HandlerMethod) && ApiPaths.isApi(request)) {
                // Nothing answers there, and that is what it is told.
                return true;
            }
            var needed = handler instanceof HandlerMethod method ? needed(method) : null;
            if (needed == null || !opens(called.keyed().permissions(), needed.value())) {
                throw new AccessDeniedException("not with this key");
            }
        }
        return true;
    }

    private static boolean opens(Set<ApiPermission> held, ApiPermission[] any) {
        return any.length == 0 || Arrays.stream(any).anyMatch(held::contains);
    }

    private static ApiPermission.@Nullable Needed needed(HandlerMethod method) {
        var own = method.getMethodAnnotation(ApiPermission.Needed.class);

        return own != null
                ? own
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), ApiPermission.Needed.class);
    }
}
