package io.kuramori.engine.matching.version.hackage;

import io.kuramori.engine.matching.version.intdot.IntdotOrder;

/// The order of Haskell's `Version` (Package Versioning Policy): numbers between dots.
public final class HackageOrder extends IntdotOrder {

    public static final HackageOrder INSTANCE = new HackageOrder();

    private HackageOrder() {
        super("Hackage", ".");
    }
}
