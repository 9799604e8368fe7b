package io.kuramori.benchmarks.matching;

import io.kuramori.engine.matching.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The generated corpus as a folder that the application imports, and bills of materials that meet it.
public final class Feed {

    private final Path folder;
    private final int advisories;
    private final long seed;

    /// @param advisories of all kinds; those in the Open Source Vulnerability format, 60 of 100, are written
    public Feed(Path folder, int advisories, long seed) {
        this.folder = folder;
        this.advisories = advisories;
        this.seed = seed;
    }

    public void write() throws IOException {
        for (Shape shape : Shape.values()) {
            if (shape != Shape.CVE && shape != Shape.NVD) {
                Files.write(
                        folder.resolve(shape.name().toLowerCase(Locale.ROOT) + ".ndjson"),
                        new Corpus(seed, advisories).of(shape));
            }
        }
    }

    public Path folder() {
        return folder;
    }

    /// A bill of 1,000 components in CycloneDX; another for each number.
    public String bill(int number) {
        return Bills.cycloneDx(components(number));
    }

    private List<Component> components(int number) {
        return new Fleet(seed + 1 + number, advisories).distinct(1_000);
    }

    /// An advisory about all versions of a package in a bill.
    public String advisoryAbout(String id, int number) {
        String name = components(number).stream()
                .filter(one -> one.purl() != null && one.purl().startsWith("pkg:npm/"))
                .map(Component::name)
                .findFirst()
                .orElseThrow();
        return """
                {"schema_version":"1.7.0","id":"%s","modified":"2026-11-01T00:00:00Z","summary":"measured",\
                "affected":[{"package":{"ecosystem":"npm","name":"%s"},"ranges":[{"type":"SEMVER",\
                "events":[{"introduced":"0"}]}]}]}""".formatted(id, name);
    }
}
