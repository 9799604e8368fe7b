package io.kuramori.asset.releases;

import io.kuramori.asset.ReleaseId;
import io.kuramori.asset.RoomsContext;
import io.kuramori.asset.SystemId;
import io.kuramori.identity.Caller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/// What tests of the rooms above need of releases.
public final class Given {

    private final Releases releases;

    public Given(RoomsContext rooms) {
        releases = rooms.bean(Releases.class);
    }

    public ReleaseId release(Caller caller, UUID institution, String software, String label) {
        return releases.add(caller, institution, software, null, label).id();
    }

    public boolean runs(Caller caller, ReleaseId release, SystemId system) {
        return releases.run(caller, release, system);
    }

    public int sbom(Caller caller, ReleaseId release, String... purls) {
        String components = Arrays.stream(purls)
                .map(purl -> "{\"type\":\"library\",\"name\":\"c\",\"purl\":\"%s\"}".formatted(purl))
                .collect(Collectors.joining(","));
        return components(caller, release, components).components();
    }

    ComponentRepository.Attached attach(Caller caller, ReleaseId release, String document)
            throws IOException, SbomRefused {
        return releases.attach(caller, release, new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
                .sbom();
    }

    /// @param components as they stand in the array of a CycloneDX document
    public ComponentRepository.Attached components(Caller caller, ReleaseId release, String components) {
        String json = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[%s]}".formatted(components);
        try {
            return attach(caller, release, json);
        } catch (IOException | SbomRefused e) {
            throw new IllegalStateException(e);
        }
    }
}
