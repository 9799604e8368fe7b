package io.kuramori.engine.matching.sbom.spdx;

import io.kuramori.engine.matching.sbom.Draft;
import io.kuramori.engine.matching.sbom.Tool;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What both notations of SPDX say in the same words.
final class SpdxWords {

    static final String VERSIONS = "SPDX-2.2 or SPDX-2.3";

    private static final Pattern VERSION = Pattern.compile("SPDX-(2\\.[23])(?:\\.[0-9]{1,3})?");
    private static final Pattern TOOL_VERSION = Pattern.compile("(.+)-(v?[0-9][^- ]*(?:-[^ ]*)?)");

    private SpdxWords() {}

    /// `2.3` of `SPDX-2.3`, when that is read.
    static Optional<String> version(String text) {
        Matcher version = VERSION.matcher(text);
        return version.matches() ? Optional.of(version.group(1)) : Optional.empty();
    }

    /// True when nothing is said: `NOASSERTION`, `NONE` or no text at all.
    static boolean silent(String text) {
        return text.isBlank() || text.equals("NOASSERTION") || text.equals("NONE");
    }

    /// The name of a person or an organization, without the kind before it and the address behind it.
    static @Nullable String who(String text) {
        if (silent(text)) {
            return null;
        }
        String name = text;
        for (String kind : new String[] {"Organization:", "Person:"}) {
            if (name.startsWith(kind)) {
                name = name.substring(kind.length()).strip();
            }
        }
        int address = name.endsWith(")") ? name.lastIndexOf('(') : -1;
        if (address >= 0 && (address == name.length() - 2 || name.indexOf('@', address) > 0)) {
            name = name.substring(0, address).strip();
        }
        return name.isEmpty() ? null : name;
    }

    /// The tool of a creator `Tool: name-version`; nothing for people and organizations.
    static Optional<Tool> tool(String creator) {
        if (!creator.startsWith("Tool:")) {
            return Optional.empty();
        }
        String text = creator.substring("Tool:".length()).strip();
        Matcher versioned = TOOL_VERSION.matcher(text);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                versioned.matches()
                        ? new Tool(null, versioned.group(1), versioned.group(2))
                        : new Tool(null, text, null));
    }

    /// Takes a reference to outside that names the package. Its category (`PACKAGE-MANAGER`, `PACKAGE_MANAGER`,
    /// `SECURITY`, …) is spelled in several ways and adds nothing, so the type alone counts; it may be a URI.
    static void reference(Draft draft, String type, String locator) {
        switch (type.substring(type.lastIndexOf('/') + 1)) {
            case "purl" -> draft.purl(locator);
            case "cpe22Type", "cpe23Type" -> draft.cpe(locator);
            default -> {
                // Names no package that advisories speak of.
            }
        }
    }

    /// True when [#reference] takes it.
    static boolean names(String type) {
        return type.endsWith("purl") || type.endsWith("cpe22Type") || type.endsWith("cpe23Type");
    }
}
