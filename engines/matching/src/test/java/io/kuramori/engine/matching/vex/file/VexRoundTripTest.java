package io.kuramori.engine.matching.vex.file;

import static io.kuramori.engine.matching.document.Readings.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.engine.matching.vex.Issue;
import io.kuramori.engine.matching.vex.Justification;
import io.kuramori.engine.matching.vex.Product;
import io.kuramori.engine.matching.vex.Statement;
import io.kuramori.engine.matching.vex.Status;
import io.kuramori.engine.matching.vex.Writing;
import io.kuramori.engine.matching.vex.csaf.CsafWriter;
import io.kuramori.engine.matching.vex.cyclonedx.CycloneDxVexWriter;
import io.kuramori.engine.matching.vex.openvex.OpenVexWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What is written says, read again, the same; seeds are named by a failure.
final class VexRoundTripTest {

    private static final int RUNS = 300;
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Issue ISSUE = new Issue("https://vex.example/1", "蔵 \"Soft\"", "https://vex.example", TIME);
    private static final List<String> PRODUCTS = List.of(
            "pkg:npm/lib@1.0",
            "pkg:npm/lib",
            "pkg:deb/debian/curl@7.88?arch=amd64",
            "cpe:2.3:a:kura:app:1:*:*:*:*:*:*:*",
            "cpe:/a:kura:app",
            "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/3#a%20b",
            "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1",
            "勘定系 \\ \"7\"");

    private static List<Statement> statements(Random random, List<Justification> justifications, boolean links) {
        List<Statement> statements = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            Optional<Product> drawn = random.nextInt(3) == 0 ? Optional.of(product(random, links)) : Optional.empty();
            Product product = product(random, links || drawn.isEmpty());
            Optional<Product> part = drawn.filter(inner -> links || !inner.equals(product));
            statements.add(new Statement(
                    "CVE-2026-100" + random.nextInt(3),
                    random.nextBoolean() ? List.of() : List.of("GHSA-aaaa-bbbb-ccc" + random.nextInt(2)),
                    product,
                    part,
                    status(random, justifications),
                    ISSUE.author(),
                    Optional.of(TIME),
                    "",
                    ""));
        }
        return statements;
    }

    private static Product product(Random random, boolean links) {
        Product product =
                Product.of(PRODUCTS.get(random.nextInt(PRODUCTS.size()))).orElseThrow();
        return links || !(product instanceof Product.ByBomRef) ? product : product(random, false);
    }

    private static Status status(Random random, List<Justification> justifications) {
        return switch (random.nextInt(4)) {
            case 0 -> {
                Optional<Justification> why = random.nextInt(4) == 0
                        ? Optional.empty()
                        : Optional.of(justifications.get(random.nextInt(justifications.size())));
                yield new Status.NotAffected(why, why.isPresent() && random.nextBoolean() ? "" : "Not\ncalled 呼ばれない");
            }
            case 1 -> new Status.Affected("Update <now> & \"here\"");
            case 2 -> new Status.Fixed();
            default -> new Status.UnderInvestigation();
        };
    }

    private static List<Justification> known(UnaryOperator<Justification> nearest) {
        return Arrays.stream(Justification.values())
                .filter(value -> nearest.apply(value) == value)
                .toList();
    }

    private static List<Statement> read(Writing writing) {
        assertThat(writing).isInstanceOf(Writing.Written.class);
        byte[] bytes = ((Writing.Written) writing).text().getBytes(StandardCharsets.UTF_8);
        return whole(VexReader.read(bytes, "x")).statements().stream()
                .map(statement -> statement.at("", ""))
                .toList();
    }

    @Test
    void openVex() {
        for (int seed = 0; seed < RUNS; seed++) {
            List<Statement> sound = statements(new Random(seed), known(Justification::cisa), true);
            Writing written = OpenVexWriter.write(ISSUE, sound);
            assertThat(read(written)).as("seed %d", seed).containsExactlyElementsOf(sound);
            assertThat(OpenVexWriter.write(ISSUE, sound)).isEqualTo(written);
        }
    }

    @Test
    void csaf() {
        for (int seed = 0; seed < RUNS; seed++) {
            List<Statement> sound = statements(new Random(seed), known(Justification::cisa), true);
            Writing written = CsafWriter.write(ISSUE, sound);
            assertThat(read(written)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(sound);
            assertThat(CsafWriter.write(ISSUE, sound)).isEqualTo(written);
        }
    }

    @Test
    void cycloneDx() {
        for (int seed = 0; seed < RUNS; seed++) {
            List<Statement> sound = statements(new Random(seed), known(Justification::cycloneDx), false);
            List<Statement> read = new ArrayList<>();
            for (List<Statement> group : CycloneDxVexWriter.bySubject(sound)) {
                Writing written = CycloneDxVexWriter.write(ISSUE, group);
                read.addAll(read(written));
                assertThat(CycloneDxVexWriter.write(ISSUE, group)).isEqualTo(written);
            }
            assertThat(read).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(sound);
        }
    }

    @Test
    void aVersionOfABomLinkIsSaidOnlyInCycloneDx() {
        Product product = new Product.ByBomRef("3e671687-395b-41f5-a30f-a58921a69b79", "1", "c", Optional.of("2.4"));
        List<Statement> one = List.of(of(product, Optional.empty(), new Status.Fixed(), ISSUE.author()));
        assertThat(read(CycloneDxVexWriter.write(ISSUE, one))).isEqualTo(one);
        assertThat(OpenVexWriter.write(ISSUE, one)).isInstanceOf(Writing.Unsayable.class);
        assertThat(CsafWriter.write(ISSUE, one)).isInstanceOf(Writing.Unsayable.class);
    }

    @Test
    void whatAFormatCannotSayIsNotWritten() {
        Product lib = Product.of("pkg:npm/lib").orElseThrow();
        Product app = Product.of("pkg:oci/app").orElseThrow();
        Product link = Product.of(PRODUCTS.get(5)).orElseThrow();
        Status none = new Status.NotAffected(Optional.empty(), "");
        for (Status bare : List.of(none, new Status.Affected(""))) {
            List<Statement> one = List.of(of(lib, Optional.empty(), bare, ISSUE.author()));
            assertThat(OpenVexWriter.write(ISSUE, one)).isInstanceOf(Writing.Unsayable.class);
            assertThat(CsafWriter.write(ISSUE, one)).isInstanceOf(Writing.Unsayable.class);
            assertThat(read(CycloneDxVexWriter.write(ISSUE, one))).isEqualTo(one);
        }
        List<Statement> foreign = List.of(of(lib, Optional.empty(), new Status.Fixed(), "Other"));
        assertThat(OpenVexWriter.write(ISSUE, foreign)).isInstanceOf(Writing.Unsayable.class);
        assertThat(CsafWriter.write(ISSUE, foreign)).isInstanceOf(Writing.Unsayable.class);
        assertThat(CycloneDxVexWriter.write(ISSUE, foreign)).isInstanceOf(Writing.Unsayable.class);
        List<Statement> two = List.of(
                of(app, Optional.of(lib), new Status.Fixed(), ISSUE.author()),
                of(lib, Optional.empty(), new Status.Fixed(), ISSUE.author()));
        assertThat(CycloneDxVexWriter.write(ISSUE, two)).isInstanceOf(Writing.Unsayable.class);
        List<Statement> itself = List.of(of(lib, Optional.of(lib), new Status.Fixed(), ISSUE.author()));
        assertThat(CycloneDxVexWriter.write(ISSUE, itself)).isInstanceOf(Writing.Unsayable.class);
        List<Statement> linked = List.of(of(app, Optional.of(link), new Status.Fixed(), ISSUE.author()));
        assertThat(CycloneDxVexWriter.write(ISSUE, linked)).isInstanceOf(Writing.Unsayable.class);
    }

    private static Statement of(Product product, Optional<Product> part, Status status, String author) {
        return new Statement("CVE-2026-1000", List.of(), product, part, status, author, Optional.of(TIME), "", "");
    }
}
