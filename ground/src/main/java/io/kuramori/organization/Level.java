package io.kuramori.organization;

/// How high a post or body stands; tests of the guideline ask for the board or for management.
public enum Level {
    /// 取締役会等
    BOARD,
    /// 経営陣
    MANAGEMENT,
    /// 実務: staff posts and working bodies
    WORKING
}
