package io.kuramori.engine.matching.ssvc;

/// What CISA's own table ends in (CISA Levels 1.1.0).
public enum CisaLevel {
    TRACK,
    /// Written `Track*`: track closely.
    TRACK_CLOSELY,
    ATTEND,
    ACT
}
