package io.kuramori.engine.matching.cpe;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.Bounds;
import io.kuramori.engine.matching.Configurations;
import io.kuramori.engine.matching.ConformanceData;
import io.kuramori.engine.matching.json.JsonRecords;
import io.kuramori.engine.matching.json.Node;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The published vectors of NIST IR 7696, all of them.
final class CpeVectorsTest {

    private static final List<String> ORDER = List.of(
            "vendor",
            "product",
            "version",
            "update",
            "edition",
            "language",
            "sw_edition",
            "target_sw",
            "target_hw",
            "other");

    @TestFactory
    Stream<DynamicTest> vectors() {
        return ConformanceData.file("cpe-nistir7696/cpe-match-vectors.json").stream()
                .flatMap(file -> Stream.of(
                        DynamicTest.dynamicTest("relations of attributes", () -> attributes(file)),
                        DynamicTest.dynamicTest("relations of names", () -> names(file)),
                        DynamicTest.dynamicTest("names that may be one", () -> matrix(file))));
    }

    private static Node json(Path file) {
        return JsonRecords.document(
                ConformanceData.lines(file).collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));
    }

    private static void attributes(Path file) {
        Node vectors = json(file);
        assertThat(vectors.list("attribute_relations"))
                .hasSize(22)
                .allSatisfy(row -> assertThat(relation(row.needText("source"), row.needText("target")))
                        .as(row.toString())
                        .isEqualTo(Relation.valueOf(row.needText("relation"))));
        assertThat(vectors.list("attribute_matches"))
                .hasSize(22)
                .allSatisfy(
                        row -> assertThat(relation(row.needText("source"), row.needText("target")) != Relation.DISJOINT)
                                .as(row.toString())
                                .isEqualTo(row.flag("match")));
    }

    private static Relation relation(String source, String target) {
        return source.startsWith("Part.")
                ? part(source).to(part(target))
                : value(source).to(value(target));
    }

    private static Cpe.Part part(String name) {
        return switch (name) {
            case "Part.APPLICATION", "a" -> Cpe.Part.APPLICATION;
            case "Part.OPERATING_SYSTEM", "o" -> Cpe.Part.OPERATING_SYSTEM;
            case "Part.HARDWARE_DEVICE", "h" -> Cpe.Part.HARDWARE;
            case "Part.ANY" -> Cpe.Part.ANY;
            default -> Cpe.Part.NA;
        };
    }

    private static Attribute value(@Nullable String text) {
        if (text == null || text.equals("ANY")) {
            return new Attribute.Any();
        }
        Attribute read = Quoting.read(text.equals("NA") ? "-" : text);
        return read == null ? new Attribute.NotApplicable() : read;
    }

    private static void names(Path file) {
        assertThat(json(file).list("wfn_name_vectors")).hasSize(18).allSatisfy(row -> {
            Relation relation = name(row.need("source")).to(name(row.need("target")));
            boolean equal = relation == Relation.EQUAL;
            assertThat(List.of(
                            relation == Relation.DISJOINT,
                            equal,
                            equal || relation == Relation.SUBSET,
                            equal || relation == Relation.SUPERSET))
                    .as(row.toString())
                    .containsExactly(row.flag("disjoint"), row.flag("equal"), row.flag("subset"), row.flag("superset"));
        });
    }

    private static Cpe name(Node wfn) {
        List<Attribute> values = new ArrayList<>();
        ORDER.forEach(attribute -> values.add(value(wfn.text(attribute).orElse(null))));
        return Cpe.of(part(wfn.needText("part").toLowerCase(Locale.ROOT)), values);
    }

    /// Where the vectors record what their own program could not do yet; their notes say what the standard asks for.
    private static final List<String> SHOULD_MATCH = List.of(
            "cpe:2.3:a:ven*:product:1.0.0:update:edition:lang:swEdition:targetSw:targetHw:other",
            "cpe:2.3:a:vendor:pro*:1.0.0:update:edition:lang:swEdition:targetSw:targetHw:other");

    /// A match in these vectors is anything but a certain no.
    private static void matrix(Path file) {
        assertThat(json(file).list("dependency_track_matrix")).hasSize(214).allSatisfy(row -> {
            Cpe source = ((Cpe.Read) Cpe.parse(row.needText("source"))).cpe();
            Cpe target = ((Cpe.Read) Cpe.parse(row.needText("target"))).cpe();
            Node range = row.need("range");
            String from = range.text("StartIncluding").orElse(null);
            String after = range.text("StartExcluding").orElse(null);
            String to = range.text("EndIncluding").orElse(null);
            String before = range.text("EndExcluding").orElse(null);
            Bounds bounds = new Bounds(from == null ? after : from, from != null, to == null ? before : to, to != null);
            boolean possible =
                    bounds.everything() ? source.mayBe(target) : Configurations.possible(source, bounds, target);
            boolean should = SHOULD_MATCH.contains(row.needText("source"))
                    && row.need("rule").needText("no").equals("14");
            assertThat(possible).as(row.toString()).isEqualTo(should || row.flag("match"));
        });
    }
}
