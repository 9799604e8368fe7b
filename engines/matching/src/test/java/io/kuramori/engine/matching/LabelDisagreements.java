package io.kuramori.engine.matching;

import java.util.List;

/// Why a label and our answer differ; the list is closed, so that a new disagreement fails the test until somebody has
/// looked at it.
final class LabelDisagreements {

    private static final String RANGES =
            "the advisory's own ranges leave this version out; the label follows another source";
    private static final String FORK =
            "a fork patched by Jenkins under its own version; the advisory speaks of the original";
    private static final String ANOTHER =
            "another thing of the same name (a Jenkins plugin), which the label cannot tell";
    private static final String DISTRIBUTION = "the distribution patched its package and kept the version";
    private static final String DENIED =
            "the advisory's ranges hold this version; the label denies it for its image and gives no ground";

    private LabelDisagreements() {}

    /// @param words `missed` or `extra`, the package and its version, as the disagreement begins
    private record Known(String words, String reason) {}

    private static final List<Known> KNOWN = List.of(
            new Known("missed Django 1.11.29 PYSEC-2021-439", RANGES),
            new Known("missed numpy 1.21.2 PYSEC-2021-855", RANGES),
            new Known("missed jackson-databind 2.6.7.3 ", RANGES),
            new Known("missed jackson-databind 2.4.0 GHSA-288c-cq4h-88gq", RANGES),
            new Known("missed github.com/opencontainers/runc v0.1.1 GO-2022-0274", RANGES),
            new Known("extra dom4j 1.6.1-hudson-3 ", FORK),
            new Known("extra mercurial 2.14 ", ANOTHER),
            new Known("extra mercurial 4.8.2 PYSEC-2019-188", DENIED),
            new Known("extra urllib3 1.24.2 ", DISTRIBUTION),
            new Known("extra PyYAML 3.10 ", DISTRIBUTION),
            new Known("extra commons-httpclient 3.1 GHSA-3832-9276-x7gf", DENIED),
            new Known("extra httpclient 4.5.5 GHSA-7r82-7xv7-xcpj", DENIED),
            new Known("extra guava 20.0 ", DENIED),
            new Known("extra jsoup 1.11.3 GHSA-m72m-mhq2-9p6c", DENIED),
            new Known("extra netty 3.9.5.Final ", DENIED),
            new Known("extra github.com/opencontainers/runc v0.1.1 ", DENIED),
            new Known("extra github.com/containerd/containerd v1.3.4 ", DENIED),
            new Known("extra github.com/docker/docker v20.10.18+incompatible ", DENIED));

    /// The reason, empty when nobody has given one.
    static String reason(String disagreement) {
        return KNOWN.stream()
                .filter(known -> disagreement.startsWith(known.words))
                .map(Known::reason)
                .findFirst()
                .orElse("");
    }
}
