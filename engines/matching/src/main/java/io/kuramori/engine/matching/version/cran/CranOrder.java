package io.kuramori.engine.matching.version.cran;

import io.kuramori.engine.matching.version.intdot.IntdotOrder;

/// The order of R's `package_version`: numbers between dots or hyphens.
public final class CranOrder extends IntdotOrder {

    public static final CranOrder INSTANCE = new CranOrder();

    private CranOrder() {
        super("CRAN", ".-");
    }
}
