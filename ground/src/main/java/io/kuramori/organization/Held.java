package io.kuramori.organization;

/// Something that a post owns or must do.
///
/// @param kind message key of the kind of thing: `asset.system`
/// @param code the record's code, as people know it
/// @param name the record's name
/// @param href its page
public record Held(String kind, String code, String name, String href) {}
