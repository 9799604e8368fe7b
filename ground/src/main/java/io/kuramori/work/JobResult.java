package io.kuramori.work;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of a job, in words, and where to look at it.
///
/// @param messageKey a key of the owning module's messages
/// @param arguments the message's arguments, at most 20
/// @param link a path of ours (as `/systems/import/7`), or null when there is nothing to look at
public record JobResult(
        String messageKey, List<String> arguments, @Nullable String link) {

    public JobResult {
        arguments = List.copyOf(arguments);
        if (arguments.size() > 20) {
            throw new IllegalArgumentException("at most 20 arguments, not " + arguments.size());
        }
        if (link != null && (!link.startsWith("/") || link.startsWith("//"))) {
            throw new IllegalArgumentException("a link is a path of ours, not " + link);
        }
    }

    public static JobResult of(String messageKey, String... arguments) {
        return new JobResult(messageKey, List.of(arguments), null);
    }

    public JobResult linking(String path) {
        return new JobResult(messageKey, arguments, path);
    }
}
