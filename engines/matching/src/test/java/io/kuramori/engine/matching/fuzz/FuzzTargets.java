package io.kuramori.engine.matching.fuzz;

import io.kuramori.engine.matching.AdvisoryIndex;
import io.kuramori.engine.matching.AdvisoryResult;
import io.kuramori.engine.matching.Component;
import io.kuramori.engine.matching.Matcher;
import io.kuramori.engine.matching.Matches;
import io.kuramori.engine.matching.Purl;
import io.kuramori.engine.matching.cpe.Cpe;
import io.kuramori.engine.matching.cpe.Relation;
import io.kuramori.engine.matching.epss.EpssReader;
import io.kuramori.engine.matching.kev.KevReader;
import io.kuramori.engine.matching.loose.LooseVersion;
import io.kuramori.engine.matching.purl.PackageUrl;
import io.kuramori.engine.matching.purl.PackageUrl.Rigour;
import io.kuramori.engine.matching.readers.GoldenTest;
import io.kuramori.engine.matching.sbom.file.SbomReader;
import io.kuramori.engine.matching.segment.Damaged;
import io.kuramori.engine.matching.severity.Severity;
import io.kuramori.engine.matching.vers.Constraint;
import io.kuramori.engine.matching.vers.Schemes;
import io.kuramori.engine.matching.vers.VersRange;
import io.kuramori.engine.matching.version.Orders;
import io.kuramori.engine.matching.version.Parse;
import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.vex.file.VexReader;
import io.kuramori.engine.matching.words.Comparators;
import io.kuramori.engine.matching.words.JapanesePhrases;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All targets. What is added here is fuzzed by the campaign, and its seeds and regressions replayed by the tests.
final class FuzzTargets {

    private static final int TEXT = 1024;
    private static final int DOCUMENT = 16 << 10;
    private static final int LONGEST_CPE = 2048;
    private static final List<Component> COMPONENTS = List.of(
            new Component(
                    "pkg:npm/%40acme/vault@1.2.0",
                    "cpe:2.3:a:acme:vault:1.2.0:*:*:*:*:*:*:*", "vault", "1.2.0", "ACME"),
            new Component(null, "cpe:2.3:o:acme:gate_firmware:1.5:*:*:*:*:*:*:*", "gate", null, null));

    static final String TOGETHER = "together";

    private FuzzTargets() {}

    static List<FuzzTarget> all() {
        return stream().toList();
    }

    static FuzzTarget named(String name) {
        return Stream.concat(stream(), Stream.of(1).map(ignored -> together()))
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no target " + name));
    }

    /// All targets as one, for a search that is too short to start a process for each: the first byte says which.
    private static FuzzTarget together() {
        List<FuzzTarget> all = all();
        return new FuzzTarget(
                TOGETHER,
                DOCUMENT,
                () -> IntStream.range(0, all.size())
                        .boxed()
                        .flatMap(i -> all.get(i).seeds().get().stream().map(seed -> prefixed(i, seed)))
                        .toList(),
                input -> {
                    if (input.length > 0 && (input[0] & 0xFF) < all.size()) {
                        FuzzTarget target = all.get(input[0]);
                        try {
                            target.body().run(Arrays.copyOfRange(input, 1, input.length));
                        } catch (Exception | Error broken) {
                            throw new IllegalStateException("target " + target.name(), broken);
                        }
                    }
                });
    }

    private static byte[] prefixed(int first, byte[] rest) {
        byte[] whole = new byte[rest.length + 1];
        whole[0] = (byte) first;
        System.arraycopy(rest, 0, whole, 1, rest.length);
        return whole;
    }

    /// In this order, and no further than is asked: in a process that fuzzes one target, each class that is loaded for
    /// another costs time.
    private static Stream<FuzzTarget> stream() {
        return Stream.<Supplier<List<FuzzTarget>>>of(FuzzTargets::texts, FuzzTargets::documents, FuzzTargets::versions)
                .flatMap(group -> group.get().stream());
    }

    private static List<FuzzTarget> texts() {
        return List.of(
                FuzzTarget.ofText("purl", 2 * TEXT, () -> Seeds.PURLS, FuzzTargets::purl),
                FuzzTarget.ofText("cpe", TEXT, () -> Seeds.CPES, FuzzTargets::cpe),
                FuzzTarget.ofText("vers", 2 * TEXT, () -> Seeds.VERS, text -> range(VersRange.parse(text))),
                FuzzTarget.ofText("native-ranges", 2 * TEXT, Seeds::nativeRanges, FuzzTargets::nativeRange),
                FuzzTarget.ofText(
                        "cvss",
                        TEXT,
                        () -> Seeds.VECTORS,
                        text -> Severity.of(List.of(text), text).grade()),
                FuzzTarget.ofText("japanese-phrases", TEXT, () -> Seeds.PHRASES, JapanesePhrases::read),
                FuzzTarget.ofText("comparators", TEXT, () -> Seeds.COMPARATORS, Comparators::read),
                FuzzTarget.ofText("version-loose", 2 * TEXT, () -> Seeds.VERSIONS, FuzzTargets::loose));
    }

    private static List<FuzzTarget> documents() {
        List<FuzzTarget> targets = new ArrayList<>();
        for (String format : List.of("osv", "cve", "nvd", "ghsa", "csaf", "vuldef", "jvnrss")) {
            targets.add(new FuzzTarget(
                    format,
                    DOCUMENT,
                    () -> Seeds.documents(format),
                    input -> advisories(GoldenTest.results(format, input))));
        }
        targets.add(new FuzzTarget(
                "epss", DOCUMENT, () -> Seeds.EPSS, input -> EpssReader.read(new ByteArrayInputStream(input))));
        targets.add(new FuzzTarget(
                "kev", DOCUMENT, () -> Seeds.KEV, input -> KevReader.read(new ByteArrayInputStream(input))));
        for (String format : List.of("openvex", "cyclonedx", "csaf")) {
            targets.add(new FuzzTarget(
                    "vex-" + format, DOCUMENT, () -> Seeds.vex(format), input -> VexReader.read(input, "fuzz")));
        }
        targets.add(new FuzzTarget(
                "sbom", DOCUMENT, Seeds::bills, input -> SbomReader.read(new ByteArrayInputStream(input))));
        targets.add(new FuzzTarget("snapshot", DOCUMENT, Seeds::snapshots, FuzzTargets::snapshot));
        return targets;
    }

    /// Bytes that are no snapshot are told so; a snapshot whose inside was changed answers, or tells it when asked.
    private static void snapshot(byte[] input) {
        try {
            AdvisoryIndex index = AdvisoryIndex.open(ByteBuffer.wrap(input));
            index.intact();
            Matcher matcher = new Matcher(index);
            COMPONENTS.forEach(matcher::match);
            COMPONENTS.forEach(matcher::find);
        } catch (Damaged told) {
            // As documented.
        }
    }

    private static List<FuzzTarget> versions() {
        return Orders.all().entrySet().stream()
                .map(entry -> FuzzTarget.ofText(
                        "version-" + entry.getKey(),
                        2 * VersionOrder.MAX_LENGTH,
                        () -> Seeds.versions(entry.getKey()),
                        text -> order(entry.getValue(), text)))
                .toList();
    }

    private static void purl(String text) {
        Purl.parse(text);
        if (PackageUrl.parse(text, Rigour.STRICT) instanceof PackageUrl.Read(PackageUrl url)) {
            String canonical = url.toString();
            check(
                    canonical.length() > PackageUrl.MAX_LENGTH
                            || (PackageUrl.parse(canonical, Rigour.STRICT) instanceof PackageUrl.Read(PackageUrl again)
                                    && again.toString().equals(canonical)),
                    canonical);
        }
    }

    /// Two names, a line each: what is read keeps its formatted string, and is equal to itself; the two relate.
    private static void cpe(String text) {
        List<Cpe> names = new ArrayList<>();
        text.lines().limit(2).forEach(line -> {
            Cpe.parse("cpe:2.3:a:" + line);
            Cpe.parse("cpe:/" + line);
            if (Cpe.parse(line) instanceof Cpe.Read(Cpe name)) {
                names.add(name);
                name.uri();
                String canonical = name.toString();
                // With its quoting it may be longer than a name may.
                check(canonical.length() > LONGEST_CPE || Cpe.parse(canonical).equals(new Cpe.Read(name)), line);
                check(name.to(name) == Relation.EQUAL, line);
            }
        });
        if (names.size() == 2) {
            names.getFirst().to(names.getLast());
            names.getFirst().mayBe(names.getLast());
        }
    }

    /// Two versions, a line each: what is read equals itself, and the one comes before the other, both ways round.
    private static <K extends Comparable<K>> void order(VersionOrder<K> order, String text) {
        List<String> lines = text.lines().limit(2).toList();
        List<K> keys = new ArrayList<>();
        for (String line : lines) {
            if (order.parse(line) instanceof Parse.Parsed<K>(K key)) {
                keys.add(key);
                check(
                        order.parse(line) instanceof Parse.Parsed<K>(K again)
                                && again.equals(key)
                                && again.compareTo(key) == 0,
                        line);
            }
        }
        if (keys.size() == 2) {
            int there = Integer.signum(keys.getFirst().compareTo(keys.getLast()));
            int back = Integer.signum(keys.getLast().compareTo(keys.getFirst()));
            check(there == -back, text);
        }
    }

    private static void loose(String text) {
        List<LooseVersion> versions = new ArrayList<>();
        text.lines().limit(2).forEach(line -> {
            LooseVersion version = LooseVersion.read(line);
            if (version != null) {
                versions.add(version);
                version.to(version);
            }
        });
        if (versions.size() == 2) {
            versions.getFirst().to(versions.getLast());
            versions.getLast().to(versions.getFirst());
        }
    }

    private static void range(VersRange.Result result) {
        if (result instanceof VersRange.Read(VersRange range)) {
            String canonical = range.toString();
            check(
                    canonical.length() > VersRange.MAX_LENGTH
                            || !straight(range)
                            || VersRange.parse(canonical).equals(result),
                    canonical);
            range.holds("1.5");
            range.toNative();
        }
    }

    /// Whether its versions, sorted, lie each before all that follow. Where they run in circles no order is the right
    /// one.
    private static boolean straight(VersRange range) {
        return Schemes.order(range.scheme())
                .map(order -> straight(range, order))
                .orElse(true);
    }

    private static <K extends Comparable<K>> boolean straight(VersRange range, VersionOrder<K> order) {
        List<K> keys = new ArrayList<>();
        for (Constraint constraint : range.constraints()) {
            if (order.parse(constraint.version()) instanceof Parse.Parsed<K>(K key)) {
                keys.add(key);
            }
        }
        for (int i = 0; i < keys.size(); i++) {
            K key = keys.get(i);
            if (keys.subList(i + 1, keys.size()).stream().anyMatch(later -> key.compareTo(later) > 0)) {
                return false;
            }
        }
        return true;
    }

    /// The scheme stands in the first line.
    private static void nativeRange(String text) {
        int end = text.indexOf('\n');
        if (end > 0) {
            range(VersRange.ofNative(text.substring(0, end), text.substring(end + 1)));
        }
    }

    private static void advisories(List<AdvisoryResult> results) {
        for (AdvisoryResult result : results) {
            if (result instanceof AdvisoryResult.Accepted(var advisory)) {
                advisory.severity();
                Matcher matcher = new Matcher(AdvisoryIndex.of(List.of(advisory)));
                for (Component component : COMPONENTS) {
                    if (matcher.match(component) instanceof Matches.Evaluated(var ignored, var answers)) {
                        answers.forEach(answer -> answer.sentence(Locale.JAPANESE));
                    }
                }
            }
        }
    }

    private static void check(boolean holds, String about) {
        if (!holds) {
            throw new IllegalStateException("does not hold of " + about);
        }
    }
}
