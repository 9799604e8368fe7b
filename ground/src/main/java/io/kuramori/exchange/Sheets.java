package io.kuramori.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The ledgers that can be imported and exported, by their kind.
@Component
public final class Sheets {

    private final Map<String, Sheet<?>> sheets;

    public Sheets(ObjectProvider<Sheet<?>> sheets) {
        this.sheets = sheets.stream().collect(Collectors.toUnmodifiableMap(Sheet::kind, Function.identity()));
    }

    public Optional<Sheet<?>> find(String kind) {
        return Optional.ofNullable(sheets.get(kind));
    }
}
