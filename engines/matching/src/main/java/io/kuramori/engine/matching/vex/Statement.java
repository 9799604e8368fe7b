package io.kuramori.engine.matching.vex;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One author's word on one vulnerability in one product.
///
/// @param id the vulnerability's id as given, such as `CVE-2026-1000`
/// @param aliases other ids of the same vulnerability, never its source's name
/// @param subcomponent the part of the product that the statement is about; empty for the product as a whole
/// @param author as the document names them; empty when it does not
/// @param time when the author last said so
/// @param file where it was read
/// @param pointer its place in that file
public record Statement(
        String id,
        List<String> aliases,
        Product product,
        Optional<Product> subcomponent,
        Status status,
        String author,
        Optional<Instant> time,
        String file,
        String pointer) {

    public Statement {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a statement names a vulnerability");
        }
        aliases = List.copyOf(aliases);
    }

    /// All ids of the vulnerability.
    public List<String> ids() {
        List<String> ids = new ArrayList<>(List.of(id));
        ids.addAll(aliases);
        return ids;
    }

    /// The same words, read elsewhere.
    public Statement at(String newFile, String newPointer) {
        return new Statement(id, aliases, product, subcomponent, status, author, time, newFile, newPointer);
    }
}
