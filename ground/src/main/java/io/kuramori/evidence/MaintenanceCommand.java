package io.kuramori.evidence;

import io.kuramori.evidence.backup.Commands;
import java.util.List;
import java.util.OptionalInt;

/// The commands `backup`, `restore` and `verify --live`, which run instead of the server.
public final class MaintenanceCommand {

    private MaintenanceCommand() {}

    /// Runs the command that the arguments name.
    ///
    /// @return its exit code; empty when the arguments name none of these
    public static OptionalInt run(String... arguments) {
        return Commands.run(List.of(arguments));
    }
}
