package io.kuramori.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.io.support.SpringFactoriesLoader;

final class PortTakenAnalyzerTest {

    @Test
    void isFoundByTheFrameworkAndSaysThePortInBothLanguages() {
        // Those of the framework may need what a test does not have.
        var analyzer =
                SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, (type, name, failure) -> {})
                        .stream()
                        .filter(PortTakenAnalyzer.class::isInstance)
                        .findFirst()
                        .orElseThrow();

        var words = Objects.requireNonNull(analyzer.analyze(new IllegalStateException(new PortInUseException(18_080))));

        assertThat(words.getDescription()).contains("ポート 18080 は", "Port 18080 is");
    }
}
