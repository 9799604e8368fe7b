package io.kuramori.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/// Where a request comes from.
///
/// @param address the network address of the peer
/// @param agent what the browser says it is
record Origin(String address, String agent) {

    static Origin of(HttpServletRequest request) {
        return new Origin(request.getRemoteAddr(), Objects.requireNonNullElse(request.getHeader("User-Agent"), ""));
    }
}
