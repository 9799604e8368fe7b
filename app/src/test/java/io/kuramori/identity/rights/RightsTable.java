package io.kuramori.identity.rights;

import io.kuramori.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The table of docs/security/rights.md: for each endpoint and role, which of the six relations are let in.
final class RightsTable {

    static final Path FILE = Path.of("../docs/security/rights.md");

    private RightsTable() {}

    /// By endpoint, then by role, the cell as it stands in the file.
    static Map<String, Map<Role, String>> read() throws IOException {
        var rows = new LinkedHashMap<String, Map<Role, String>>();
        for (String line : Files.readAllLines(FILE)) {
            if (!line.matches("\\| `[A-Z]+ /.*")) {
                continue;
            }
            var cells = Stream.of(line.split("\\|")).map(String::strip).toList();
            var row = new LinkedHashMap<Role, String>();
            // After the endpoint and its right come the roles, in their order.
            var words = cells.listIterator(3);
            for (Role role : Role.values()) {
                row.put(role, words.next());
            }
            if (rows.put(cells.get(1).replace("`", ""), row) != null) {
                throw new IllegalStateException("twice: " + cells.get(1));
            }
        }
        return rows;
    }

    /// The shortest word for what was let in.
    static String cell(Request request, String letters) {
        return switch (letters) {
            case "" -> "–";
            case "oe" -> request.aboutRecord() ? "self" : "open";
            case "o" -> request.aboutRecord() ? "own" : "yes";
            case "ocd" -> "all";
            default -> letters;
        };
    }

    static String row(Request request, String right, Map<Role, String> cells) {
        return "| `" + request.key() + "` | " + right + " | "
                + Stream.of(Role.values()).map(cells::get).collect(Collectors.joining(" | ")) + " |";
    }

    static void write(List<String> rows) throws IOException {
        Files.write(Path.of("target/rights-found.md"), rows);
    }
}
