package io.kuramori.engine.matching.sbom;

import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Problems;
import io.kuramori.engine.matching.document.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gathers what one bill of materials says. A component that cannot be read is passed over and told; what is amiss
/// otherwise is remarked. For one thread.
public final class Gathering {

    /// Most components of one document, nested ones counted.
    public static final int MAX_COMPONENTS = 500_000;

    /// Most edges of one document.
    public static final int MAX_EDGES = 2_000_000;

    /// Most tools of one document.
    public static final int MAX_TOOLS = 1_000;

    /// Longest name, version, identifier or reference, in characters.
    public static final int MAX_TEXT = 4_096;

    private final Problems problems;
    private final Problems remarks = new Problems();
    private final List<Part> parts = new ArrayList<>();
    private final List<Part> subjects = new ArrayList<>(1);
    private final List<Edge> edges = new ArrayList<>();
    private final List<Tool> tools = new ArrayList<>(1);
    private final Set<String> refs = new HashSet<>();
    private final Map<String, String> ends = new HashMap<>();
    private @Nullable String serial;
    private @Nullable String version;
    private @Nullable Instant made;

    public Gathering(Problems problems) {
        this.problems = problems;
    }

    public void problem(Refused refused) {
        problems.add(refused.problem());
    }

    public void remark(Refused refused) {
        remarks.add(refused.problem());
    }

    /// Where the next component will stand; the one that contains others is added after them, but stands before.
    public int next() {
        return parts.size();
    }

    /// @param at what [#next()] said before what is in the component was read
    public void component(int at, Draft draft) {
        Part part;
        try {
            part = draft.part();
        } catch (Refused e) {
            problem(e);
            return;
        }
        if (parts.size() >= MAX_COMPONENTS) {
            throw tooMany(part.place(), MAX_COMPONENTS + " components");
        }
        own(part);
        parts.add(at, part);
    }

    /// What the document describes, when that is not among the components.
    public void subject(Draft draft) {
        try {
            Part part = draft.part();
            own(part);
            subjects.add(part);
        } catch (Refused e) {
            remark(e);
        }
    }

    /// What the document describes, by reference to the components.
    public void described(Set<String> described) {
        parts.stream()
                .filter(part -> part.ref() != null && described.contains(part.ref()))
                .forEach(subjects::add);
    }

    public void edge(Edge edge, Place place) {
        if (edges.size() >= MAX_EDGES) {
            throw tooMany(place, MAX_EDGES + " dependencies");
        }
        edges.add(new Edge(once(edge.from()), once(edge.to()), edge.kind()));
    }

    public void tool(Tool tool, Place place) {
        if (tools.size() >= MAX_TOOLS) {
            throw tooMany(place, MAX_TOOLS + " tools");
        }
        tools.add(tool);
    }

    public void serial(String text) {
        serial = text.isBlank() ? null : text;
    }

    public void version(String text) {
        version = text;
    }

    public void made(Instant time) {
        made = time;
    }

    public Sbom sbom(Format format, String specVersion) {
        Circles.first(edges)
                .ifPresent(circle -> remarks.add(
                        new Problem(Kind.VALUE, "", 0, 0, "dependencies that do not run in a circle", circle)));
        return new Sbom(format, specVersion, serial, version, made, subjects, tools, parts, edges, remarks.list());
    }

    /// A reference that stands in many places is kept once.
    private String once(String ref) {
        String kept = ends.putIfAbsent(ref, ref);
        return kept == null ? ref : kept;
    }

    private void own(Part part) {
        if (part.ref() != null && !refs.add(part.ref())) {
            remark(part.place().refused(Kind.VALUE, "a reference that no other component has", part.ref()));
        }
    }

    private static Refused tooMany(Place place, String what) {
        return place.refused(Kind.TOO_MANY, "at most " + what, "");
    }
}
