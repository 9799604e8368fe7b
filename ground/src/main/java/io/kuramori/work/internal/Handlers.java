package io.kuramori.work.internal;

import io.kuramori.work.JobHandler;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Who does which kind of work. Asked for lazily, since handlers may themselves start jobs.
@Component
final class Handlers {

    private final ObjectProvider<JobHandler<?>> beans;
    private volatile @Nullable Map<String, JobHandler<?>> byKind;

    Handlers(ObjectProvider<JobHandler<?>> beans) {
        this.beans = beans;
    }

    Optional<JobHandler<?>> of(String kind) {
        Map<String, JobHandler<?>> known = byKind;
        if (known == null) {
            known = index(beans.stream());
            byKind = known;
        }
        return Optional.ofNullable(known.get(kind));
    }

    private static Map<String, JobHandler<?>> index(Stream<JobHandler<?>> handlers) {
        return handlers.collect(
                Collectors.toUnmodifiableMap(handler -> handler.kind().name(), Function.identity()));
    }
}
