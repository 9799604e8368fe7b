package io.kuramori.identity.rights;

import io.kuramori.identity.Access;
import io.kuramori.identity.CurrentCaller;
import io.kuramori.identity.Right;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/// Every endpoint with the right it asks for, so that the frame and the pages offer what would be let in, and nothing
/// else: a link knows the right of the place it leads to.
@Component
class Endpoints implements Access {

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;
    private final CurrentCaller current;
    private final Gate gate;
    private volatile List<Endpoint> known = List.of();

    Endpoints(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping,
            CurrentCaller current,
            Gate gate) {
        this.mapping = mapping;
        this.current = current;
        this.gate = gate;
    }

    @Override
    public boolean may(String method, String path) {
        var right = right(method, path);
        if (right == null) {
            return false;
        }
        return right == Right.ENTER
                || current.find().flatMap(caller -> gate.admit(caller, right)).isPresent();
    }

    /// Every endpoint, the most exact patterns first.
    List<Endpoint> all() {
        if (known.isEmpty()) {
            known = read();
        }
        return known;
    }

    private @Nullable Right right(String method, String path) {
        var parsed = PathContainer.parsePath(path);
        for (Endpoint endpoint : all()) {
            if ((endpoint.methods().isEmpty() || endpoint.methods().contains(method))
                    && endpoint.pattern().matches(parsed)) {
                return endpoint.right();
            }
        }
        return null;
    }

    private List<Endpoint> read() {
        var endpoints = new ArrayList<Endpoint>();
        mapping.getObject().getHandlerMethods().forEach((info, method) -> {
            var paths = info.getPathPatternsCondition();
            if (paths != null) {
                var methods = info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .collect(Collectors.toSet());
                paths.getPatterns()
                        .forEach(pattern ->
                                endpoints.add(new Endpoint(methods, pattern, EndpointCheck.declared(method))));
            }
        });
        endpoints.sort(Comparator.comparing(Endpoint::pattern, PathPattern.SPECIFICITY_COMPARATOR));
        return List.copyOf(endpoints);
    }

    /// @param methods empty for every method
    /// @param right null when the endpoint does not say
    record Endpoint(
            Set<String> methods,
            PathPattern pattern,
            @Nullable Right right) {

        Endpoint {
            methods = Set.copyOf(methods);
        }
    }
}
