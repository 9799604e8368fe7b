package io.kuramori.engine.matching.sbom;

/// Under what licence a component is, in the document's words.
public sealed interface Licence {

    String text();

    /// @param text an identifier of the SPDX licence list
    record Id(String text) implements Licence {}

    /// @param text an SPDX licence expression; not evaluated here
    record Expression(String text) implements Licence {}

    /// @param text what it is called, without being on the list
    record Named(String text) implements Licence {}
}
