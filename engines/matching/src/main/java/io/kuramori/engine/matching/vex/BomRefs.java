package io.kuramori.engine.matching.vex;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// References in the fragment of a BOM-Link, which is percent-encoded where it must be.
final class BomRefs {

    private BomRefs() {}

    static String encoded(String ref) {
        return URLEncoder.encode(ref, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// Many write the reference as it is; what cannot be decoded is taken as it stands.
    static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment;
        }
    }
}
