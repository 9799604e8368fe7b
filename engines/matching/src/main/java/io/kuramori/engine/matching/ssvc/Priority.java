package io.kuramori.engine.matching.ssvc;

/// When a deployer should act (Defer, Scheduled, Out-of-Cycle, Immediate 1.0.0).
public enum Priority {
    DEFER,
    SCHEDULED,
    OUT_OF_CYCLE,
    IMMEDIATE
}
