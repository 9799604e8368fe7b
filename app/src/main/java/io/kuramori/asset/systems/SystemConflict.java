package io.kuramori.asset.systems;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Fields in which two versions of a form differ.
public final class SystemConflict {

    private SystemConflict() {}

    /// @param label message key of the field's name
    /// @param mine what was typed here
    /// @param theirs what stands there now
    /// @param key message key prefix when the values are codes of a choice; empty when they are text
    public record Difference(String label, String mine, String theirs, String key) {}

    static List<Difference> between(SystemForm mine, SystemForm theirs, Directory directory) {
        var differences = new ArrayList<Difference>();
        add(differences, "name", mine.name(), theirs.name(), "");
        add(differences, "reading", mine.reading(), theirs.reading(), "");
        add(differences, "kind", mine.kind(), theirs.kind(), "asset.system.kind.");
        add(differences, "owner", post(mine, directory), post(theirs, directory), "");
        add(differences, "department", department(mine, directory), department(theirs, directory), "");
        add(differences, "description", mine.description(), theirs.description(), "");
        add(differences, "confidentiality", mine.confidentiality(), theirs.confidentiality(), "");
        add(differences, "integrity", mine.integrity(), theirs.integrity(), "");
        add(differences, "availability", mine.availability(), theirs.availability(), "");
        add(differences, "critical", yes(mine), yes(theirs), "asset.");
        add(differences, "exposure", mine.exposure(), theirs.exposure(), "asset.exposure.");
        add(differences, "rto", mine.rto(), theirs.rto(), "");
        add(differences, "rpo", mine.rpo(), theirs.rpo(), "");
        add(differences, "third-party", mine.thirdParty(), theirs.thirdParty(), "");
        return List.copyOf(differences);
    }

    private static void add(List<Difference> all, String field, String mine, String theirs, String key) {
        if (!mine.equals(theirs)) {
            all.add(new Difference("asset.system." + field, mine, theirs, key));
        }
    }

    private static String yes(SystemForm form) {
        return form.criticalOperation().isEmpty() ? "no" : "yes";
    }

    private static String post(SystemForm form, Directory directory) {
        return form.ownerPost().isEmpty()
                ? ""
                : directory.postName(UUID.fromString(form.ownerPost())).orElse("");
    }

    private static String department(SystemForm form, Directory directory) {
        return form.department().isEmpty()
                ? ""
                : directory.departmentName(UUID.fromString(form.department())).orElse("");
    }
}
