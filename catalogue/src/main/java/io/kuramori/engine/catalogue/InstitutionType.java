package io.kuramori.engine.catalogue;

/// A type of institution that the guideline names as its addressee (1.4).
///
/// @param id stable, kept in records: `regional-institution`
/// @param nameJa the guideline's own word
/// @param nameEn the usual statutory English
/// @param fmi whether the extra demands on clearing and transfer institutions are addressed to it
public record InstitutionType(String id, String nameJa, String nameEn, boolean fmi) {}
