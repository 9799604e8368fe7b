package io.kuramori.asset.releases;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// A parameter of the address alone: asking the request for one would read the body.
final class Query {

    private Query() {}

    static @Nullable String value(HttpServletRequest request, String name) {
        var query = request.getQueryString();
        if (query == null) {
            return null;
        }
        var raw = UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .getFirst(name);
        return raw == null ? null : UriUtils.decode(raw.replace('+', ' '), StandardCharsets.UTF_8);
    }
}
