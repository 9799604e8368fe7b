package io.kuramori.exchange.imports;

import io.kuramori.exchange.reading.Mapping;
import io.kuramori.exchange.reading.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An upload with the table found in it, the columns as mapped, and what it would change.
///
/// @param table empty when the file holds none
/// @param remembered whether the mapping was remembered from an earlier file with the same headings
public record Draft<R>(
        UUID upload,
        String fileName,
        List<String> worksheets,
        Optional<Table> table,
        Mapping mapping,
        boolean remembered,
        Plan<R> plan) {}
