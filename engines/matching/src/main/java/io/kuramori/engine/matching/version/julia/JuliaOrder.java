package io.kuramori.engine.matching.version.julia;

import io.kuramori.engine.matching.version.semver.BuildOrder;

/// The order of Julia's `VersionNumber`: SemVer precedence, then build metadata.
public final class JuliaOrder extends BuildOrder {

    public static final JuliaOrder INSTANCE = new JuliaOrder();

    private JuliaOrder() {
        super("Julia");
    }
}
