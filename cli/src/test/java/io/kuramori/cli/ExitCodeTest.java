package io.kuramori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The exit codes of the whole process, as a pipeline sees them.
final class ExitCodeTest {

    @TempDir
    private Path folder = Path.of("");

    private int exit(String components, String... more) throws IOException, InterruptedException {
        Path advisory = Files.writeString(folder.resolve("T-1.json"), """
            {"id": "T-1", "affected": [{"package": {"ecosystem": "npm", "name": "a"}, "versions": ["1.0.0"]}],
             "severity": [{"type": "CVSS_V4",
               "score": "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"}]}""");
        Path sbom = Files.writeString(
                folder.resolve("bom.json"),
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"components\": [" + components + "]}");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.kuramori.cli.Main",
                "scan",
                "--sbom",
                sbom.toString(),
                "--advisories",
                advisory.toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output).isNotBlank();
        return process.waitFor();
    }

    @Test
    void tellsThePipelineWhatHappened() throws IOException, InterruptedException {
        String affected = "{\"name\": \"a\", \"purl\": \"pkg:npm/a@1.0.0\"}";
        String unreadable = "{\"name\": \"b\"}";
        assertThat(exit(affected)).as("clean without a threshold").isZero();
        assertThat(exit(affected, "--fail-on", "critical"))
                .as("version 4 counts")
                .isEqualTo(1);
        assertThat(exit(affected + "," + unreadable, "--fail-on", "high"))
                .as("a met threshold stands above skipped input")
                .isEqualTo(1);
        assertThat(exit(unreadable)).as("nothing evaluated").isEqualTo(2);
        assertThat(exit(affected + "," + unreadable)).as("input skipped").isEqualTo(3);
    }
}
