package io.kuramori.engine.matching.version.pub;

import io.kuramori.engine.matching.version.semver.BuildOrder;

/// The order of pub_semver: SemVer precedence, then build metadata.
public final class PubOrder extends BuildOrder {

    public static final PubOrder INSTANCE = new PubOrder();

    private PubOrder() {
        super("pub");
    }
}
