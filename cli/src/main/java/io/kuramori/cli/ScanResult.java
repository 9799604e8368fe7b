package io.kuramori.cli;

import io.kuramori.cli.Vexed.Suppressed;
import io.kuramori.engine.matching.Answer;
import io.kuramori.engine.matching.Component;
import io.kuramori.engine.matching.Environment;
import io.kuramori.engine.matching.Finding;
import io.kuramori.engine.matching.Found;
import io.kuramori.engine.matching.Matcher;
import io.kuramori.engine.matching.vex.VexAnswer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a scan found.
///
/// @param answers affected and indeterminate ones, each pair of component and advisory once
/// @param files the SBOM in which the component of an answer stands, at the same place in the list
/// @param vex what VEX says of the answers, and those it took out
/// @param extent how much was looked at
record ScanResult(
        List<Answer> answers, List<Located> files, Signals signals, Vexed vex, List<Skipped> skipped, Extent extent) {

    /// What is told, while components are compared, of how many were.
    interface Compared {
        void so(int components);
    }

    static ScanResult of(
            List<Located> components,
            AdvisoryFiles advisories,
            Signals signals,
            VexFiles vex,
            List<Skipped> unread,
            Compared compared) {
        Matcher matcher = new Matcher(advisories.index());
        List<Answer> answers = new ArrayList<>();
        List<Located> files = new ArrayList<>();
        List<VexAnswer> said = new ArrayList<>();
        List<Suppressed> suppressed = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>(unread);
        Set<Pair> seen = new HashSet<>();
        int evaluated = 0;
        int done = 0;
        for (List<Located> bill : bills(components)) {
            Environment together =
                    Environment.of(bill.stream().map(Located::component).toList());
            Iterator<Located> places = bill.iterator();
            for (Found one : matcher.find(together)) {
                Located located = places.next();
                compared.so(++done);
                switch (one) {
                    case Found.NotEvaluated none ->
                        skipped.add(new Skipped(
                                Skipped.Kind.COMPONENT,
                                located.file(),
                                located.pointer(),
                                none.sentence(Locale.ENGLISH)));
                    case Found.Evaluated(var component, List<Finding> found) -> {
                        evaluated++;
                        for (Finding finding : found) {
                            Answer answer = finding.answer();
                            VexAnswer vexed = vex.answer(located, answer);
                            boolean settled = Vexed.settles(vexed);
                            // The same pair may be settled in one bill of materials and stand in another.
                            if (!seen.add(new Pair(component, answer.match().advisoryId(), settled))) {
                                continue;
                            }
                            if (vexed instanceof VexAnswer.Stated stated && settled) {
                                suppressed.add(new Suppressed(answer, located, stated));
                            } else {
                                answers.add(answer);
                                files.add(located);
                                said.add(vexed);
                            }
                        }
                    }
                }
            }
        }
        return new ScanResult(
                List.copyOf(answers),
                List.copyOf(files),
                signals,
                new Vexed(vex.asked(), said, suppressed),
                List.copyOf(skipped),
                new Extent(
                        components.size(),
                        advisories.count() == 0 ? 0 : evaluated,
                        advisories.count(),
                        advisories.documents()));
    }

    /// The components of each bill of materials: what a configuration asks for is looked for among them.
    private static Collection<List<Located>> bills(List<Located> components) {
        return components.stream()
                .collect(Collectors.groupingBy(Located::file, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /// How many components were compared.
    int evaluated() {
        return extent.evaluated();
    }

    /// What counts as one match: a component of several bills of materials is the same when all that is told of its
    /// identity is.
    private record Pair(
            @Nullable String purl,
            @Nullable String cpe,
            String name,
            @Nullable String version,
            String advisory,
            boolean settled) {

        Pair(Component component, String advisory, boolean settled) {
            // A package URL names a component wholly; what the document calls it besides does not matter then.
            this(
                    component.purl(),
                    component.cpe(),
                    component.purl() == null ? component.supplier() + " " + component.name() : "",
                    component.version(),
                    advisory,
                    settled);
        }
    }

    /// The name reports give a component: its package URL, else its CPE, else what it is called.
    static String name(Component component) {
        if (component.purl() != null) {
            return component.purl();
        }
        return component.cpe() == null ? component.name() : component.cpe();
    }
}
