package io.kuramori.engine.matching.sbom.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Reading;
import io.kuramori.engine.matching.document.Readings;
import io.kuramori.engine.matching.sbom.Draft;
import io.kuramori.engine.matching.sbom.Gathering;
import io.kuramori.engine.matching.sbom.Part;
import io.kuramori.engine.matching.sbom.Sbom;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The bounds, and what golden files are too large or too many to show.
final class SbomReaderTest {

    private static final String HEAD = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",";

    private static Reading<Sbom> read(String document) throws IOException {
        return SbomReader.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }

    /// A document with one piece again and again, made while it is read.
    private static InputStream repeated(String head, String piece, long times, String tail) {
        byte[] some = piece.repeat(1000).getBytes(StandardCharsets.UTF_8);
        List<InputStream> streams = new ArrayList<>();
        streams.add(new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8)));
        for (long i = 0; i < times / 1000; i++) {
            streams.add(new ByteArrayInputStream(some));
        }
        streams.add(new ByteArrayInputStream(tail.getBytes(StandardCharsets.UTF_8)));
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    @Nested
    class Bounds {

        @Test
        void moreBytesThanADocumentMayHave() throws IOException {
            String space = " ".repeat(100);
            for (String head : List.of(HEAD, "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\">")) {
                Problem problem = Readings.rejected(SbomReader.read(repeated(head, space, 1_100_000, "")));
                assertThat(problem.kind()).isEqualTo(Kind.TOO_LARGE);
                assertThat(problem.expected()).isEqualTo("at most 100000000 bytes");
            }
            Problem text = Readings.rejected(
                    SbomReader.read(repeated("SPDXVersion: SPDX-2.3\n", "#" + space + "\n", 1_100_000, "")));
            assertThat(text.kind()).isEqualTo(Kind.TOO_LARGE);
        }

        @Test
        void moreComponentsThanADocumentMayHave() throws IOException {
            int most = Gathering.MAX_COMPONENTS;
            Problem json = Readings.rejected(SbomReader.read(
                    repeated(HEAD + "\"components\":[", "{\"name\":\"a\"},", most + 1000, "{\"name\":\"a\"}]}")));
            assertThat(json.kind()).isEqualTo(Kind.TOO_MANY);
            assertThat(json.pointer()).isEqualTo("/components/" + most);

            Problem xml = Readings.rejected(SbomReader.read(repeated(
                    "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components>",
                    "<component><name>a</name></component>\n",
                    most + 1000,
                    "</components></bom>")));
            assertThat(xml.kind()).isEqualTo(Kind.TOO_MANY);
            assertThat(xml.line()).isEqualTo(most + 1);

            Problem text = Readings.rejected(
                    SbomReader.read(repeated("SPDXVersion: SPDX-2.3\n", "PackageName: a\n", most + 1000, "")));
            assertThat(text.kind()).isEqualTo(Kind.TOO_MANY);
            assertThat(text.line()).isEqualTo(most + 2);
        }

        @Test
        void moreDependenciesThanADocumentMayHave() throws IOException {
            Problem problem = Readings.rejected(SbomReader.read(repeated(
                    HEAD + "\"dependencies\":[{\"ref\":\"a\",\"dependsOn\":[",
                    "\"b\",",
                    Gathering.MAX_EDGES + 1000,
                    "\"b\"]}]}")));
            assertThat(problem.kind()).isEqualTo(Kind.TOO_MANY);
            assertThat(problem.pointer()).isEqualTo("/dependencies/0");
        }

        @Test
        void aComponentWithMoreNamesThanOneHas() throws IOException {
            String reference = "{\"referenceType\":\"purl\",\"referenceLocator\":\"pkg:npm/a@1\"}";
            String many = IntStream.rangeClosed(0, Draft.MAX_OF_ONE)
                    .mapToObj(i -> reference)
                    .collect(Collectors.joining(","));
            Reading.Accepted<Sbom> reading = Readings.accepted(read("{\"spdxVersion\":\"SPDX-2.3\",\"packages\":"
                    + "[{\"name\":\"a\",\"externalRefs\":[" + many + "]},{\"name\":\"b\"}]}"));
            assertThat(reading.problems()).extracting(Problem::kind).containsExactly(Kind.TOO_LARGE);
            assertThat(reading.value().parts()).extracting(Part::name).containsExactly("b");
        }

        @Test
        void aLineThatDoesNotEnd() throws IOException {
            Problem problem = Readings.rejected(
                    SbomReader.read(repeated("SPDXVersion: SPDX-2.3\nPackageName: ", "aaaaaaaaaa", 200_000, "")));
            assertThat(problem.kind()).isEqualTo(Kind.TOO_LARGE);
            assertThat(problem.line()).isEqualTo(2);
        }

        @Test
        void aTextThatDoesNotEnd() throws IOException {
            Problem problem = Readings.rejected(SbomReader.read(
                    repeated("SPDXVersion: SPDX-2.3\nPackageName: <text>", "aaaaaaaaaaaaaaaaaaaaaaaa\n", 300_000, "")));
            assertThat(problem.kind()).isEqualTo(Kind.TOO_LARGE);
            assertThat(problem.line()).isEqualTo(2);
        }

        @Test
        void mistakesBeyondThoseKeptAreCounted() throws IOException {
            Reading.Accepted<Sbom> reading = Readings.accepted(
                    SbomReader.read(repeated(HEAD + "\"components\":[", "{},", 3000, "{\"name\":\"a\"}]}")));
            assertThat(reading.problems()).hasSize(1001);
            assertThat(reading.problems().getLast().found()).isEqualTo("2000 more of them");
            assertThat(reading.value().parts()).hasSize(1);
        }
    }

    @Test
    void aLongChainAndACircleOfDependencies() throws IOException {
        int length = 100_000;
        String chain = IntStream.range(0, length)
                .mapToObj(i -> "{\"ref\":\"%d\",\"dependsOn\":[\"%d\",\"%d\"]}".formatted(i, i + 1, (i + 2) % length))
                .collect(Collectors.joining(","));
        Sbom sbom = Readings.whole(read(HEAD + "\"dependencies\":[" + chain + "]}"));
        assertThat(sbom.edges()).hasSize(2 * length);
        assertThat(sbom.remarks()).extracting(Problem::found).containsExactly("1 -> 2 -> 3 -> 4 -> 5 -> … -> 1");
    }

    @Test
    void aStreamThatFailsIsNotTheDocumentsFault() {
        for (String head :
                List.of(HEAD, "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\">", "SPDXVersion: SPDX-2.3\n")) {
            InputStream broken = new SequenceInputStream(
                    new ByteArrayInputStream((head + " ".repeat(Start.LOOK)).getBytes(StandardCharsets.UTF_8)),
                    new Broken());
            assertThatThrownBy(() -> SbomReader.read(broken), head)
                    .isInstanceOf(IOException.class)
                    .hasMessage("the disk");
        }
    }

    @Test
    void theFirstNameThatCanBeReadCounts() throws IOException {
        Part part = Readings.whole(read("""
                        {"spdxVersion":"SPDX-2.3","packages":[{"name":"a","externalRefs":[
                         {"referenceType":"purl","referenceLocator":"pkg:none"},
                         {"referenceType":"purl","referenceLocator":"pkg:npm/a@1"},
                         {"referenceType":"cpe23Type","referenceLocator":"cpe:2.3:nonsense"},
                         {"referenceType":"cpe22Type","referenceLocator":"cpe:/a:acme:a:1"}]}]}""")).parts().getFirst();
        assertThat(part.purls()).hasSize(2);
        assertThat(part.component().purl()).isEqualTo("pkg:npm/a@1");
        assertThat(part.component().cpe()).isEqualTo("cpe:/a:acme:a:1");
    }

    @Test
    void whoIsNamedStandsForTheVendor() throws IOException {
        String component = "{\"name\":\"a\",\"manufacturer\":{\"name\":\"M\"}%s}";
        assertThat(Readings.whole(read(HEAD + "\"components\":[" + component.formatted("") + "]}"))
                        .parts())
                .extracting(part -> part.component().supplier())
                .containsExactly("M");
        assertThat(Readings.whole(read(HEAD + "\"components\":[" + component.formatted(",\"supplier\":{\"name\":\"S\"}")
                                + "]}"))
                        .parts())
                .extracting(part -> part.component().supplier())
                .containsExactly("S");
    }

    private static final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("the disk");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            throw new IOException("the disk");
        }
    }
}
