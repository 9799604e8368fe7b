package io.kuramori.cli;

/// How much a scan looked at.
///
/// @param components in all bills of materials
/// @param evaluated how many of them were compared with anything
/// @param documents files of advisories, those in archives one by one
record Extent(int components, int evaluated, int advisories, int documents) {}
