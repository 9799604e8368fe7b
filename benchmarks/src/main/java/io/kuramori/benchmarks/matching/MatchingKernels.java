package io.kuramori.benchmarks.matching;

import io.kuramori.engine.matching.Advisory;
import io.kuramori.engine.matching.AdvisoryIndex;
import io.kuramori.engine.matching.Component;
import io.kuramori.engine.matching.ComponentIndex;
import io.kuramori.engine.matching.Found;
import io.kuramori.engine.matching.Matcher;
import io.kuramori.engine.matching.Purl;
import io.kuramori.engine.matching.cpe.Cpe;
import io.kuramori.engine.matching.loose.LooseVersion;
import io.kuramori.engine.matching.osv.OsvReader;
import io.kuramori.engine.matching.osv.OsvResult;
import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.version.debian.DpkgOrder;
import io.kuramori.engine.matching.version.maven.MavenOrder;
import io.kuramori.engine.matching.version.pypi.PypiOrder;
import io.kuramori.engine.matching.version.rpm.RpmOrder;
import io.kuramori.engine.matching.version.semver.SemverOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What matching is made of, one thread, nanoseconds a call: versions read in five orders, names parsed, an advisory
/// read, one component and one advisory looked up in an index of 20,000. Each call takes the next of 4,096 inputs.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MatchingKernels {

    private static final int INPUTS = 4_096;
    private static final int ADVISORIES = 20_000;

    private final Fleet fleet = new Fleet(7, ADVISORIES);
    private final List<Component> components = fleet.distinct(INPUTS);
    private final List<String> purls =
            components.stream().map(Component::purl).filter(Objects::nonNull).toList();
    private final List<String> cpes = Stream.generate(() -> fleet.distinct(200))
            .flatMap(List::stream)
            .map(Component::cpe)
            .filter(Objects::nonNull)
            .limit(INPUTS)
            .toList();
    private final List<String> versions =
            components.stream().map(Component::version).filter(Objects::nonNull).toList();
    private final List<byte[]> documents = new Corpus(7, ADVISORIES)
            .of(Shape.NPM).stream()
                    .map(document -> document.getBytes(StandardCharsets.UTF_8))
                    .toList();
    private final OsvReader reader = new OsvReader("osv");
    private final List<Advisory> advisories = documents.stream()
            .flatMap(document -> reader.read(document) instanceof OsvResult.Accepted(Advisory advisory)
                    ? Stream.of(advisory)
                    : Stream.empty())
            .toList();
    private final Matcher matcher = new Matcher(AdvisoryIndex.of(advisories));
    private final ComponentIndex index = ComponentIndex.of(fleet.distinct(100_000));
    private int at;

    private <T> T next(List<T> inputs) {
        at++;
        return inputs.get(Math.floorMod(at, inputs.size()));
    }

    private Object read(VersionOrder<?> order) {
        return order.parse(next(versions));
    }

    @Benchmark
    public Object versionMaven() {
        return read(MavenOrder.INSTANCE);
    }

    @Benchmark
    public Object versionSemver() {
        return read(SemverOrder.INSTANCE);
    }

    @Benchmark
    public Object versionPypi() {
        return read(PypiOrder.INSTANCE);
    }

    @Benchmark
    public Object versionDebian() {
        return read(DpkgOrder.INSTANCE);
    }

    @Benchmark
    public Object versionRpm() {
        return read(RpmOrder.INSTANCE);
    }

    @Benchmark
    public long versionLoose() {
        return LooseVersion.fingerprint(next(versions));
    }

    @Benchmark
    public Purl.Result purl() {
        return Purl.parse(next(purls));
    }

    @Benchmark
    public Cpe.Result cpe() {
        return Cpe.parse(next(cpes));
    }

    @Benchmark
    public OsvResult advisoryRead() {
        return reader.read(next(documents));
    }

    @Benchmark
    public Found componentLookedUp() {
        return matcher.find(next(components));
    }

    @Benchmark
    public List<ComponentIndex.Hit> advisoryLookedUp() {
        return Matcher.find(next(advisories), index);
    }
}
