package io.kuramori.evidence.looking;

/// A file that was looked into.
///
/// @param sha256 of its bytes, lower-case hexadecimal
/// @param sniffed its media type by its bytes
/// @param declared its media type by its name
/// @param agrees whether the two may belong to one file
public record Looked(String sha256, long size, String sniffed, String declared, boolean agrees, Look look) {}
