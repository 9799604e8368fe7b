package io.kuramori;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// Every way to fail, asked over a real port, as a person and as a program would.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemTableTest {

    static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("山田 花子:ledger".getBytes(StandardCharsets.UTF_8));

    private final HttpClient client = HttpClient.newHttpClient();
    private ServletWebServerApplicationContext site;

    @BeforeAll
    void start() {
        site = (ServletWebServerApplicationContext) new SpringApplicationBuilder(ShellSite.class)
                .run("--server.port=0", "--spring.servlet.multipart.max-file-size=1KB");
    }

    @AfterAll
    void stop() {
        client.close();
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid,                GET,  /open/number?n=many,    ''",
        "400, invalid,                POST, /open/json,             application/json",
        "401, not-signed-in,          GET,  /systems,               ''",
        "403, forbidden,              GET,  /forbidden,             ''",
        "404, not-found,              GET,  /open/nothing,          ''",
        "405, method-not-allowed,     POST, /open/often,            ''",
        "413, too-large,              POST, /open/file,             multipart/form-data; boundary=b",
        "415, unsupported-media-type, POST, /open/json,             text/csv",
        "429, too-many-requests,      GET,  /open/often,            ''",
        "500, internal,               GET,  /open/broken,           ''"
    })
    void everyFailureIsAPageForPeopleAndADocumentForPrograms(
            int status, String slug, String method, String path, String contentType) throws Exception {
        var page = send(method, path, contentType, "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("<h1>").contains(reference(page)).doesNotContain("secret inside");
        assertHeaders(page);

        var document = send(method, path, contentType, "application/json");
        assertThat(document.statusCode()).isEqualTo(status);
        assertThat(document.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(document.body())
                .contains("\"type\":\"urn:kuramori:problem:" + slug + "\"")
                .contains("\"status\":" + status)
                .contains(reference(document))
                .doesNotContain("secret inside");
        assertHeaders(document);
    }

    @Test
    void theInterfaceAlwaysAnswersDocuments() throws Exception {
        var answer = send("GET", "/api/open/broken", "", "*/*");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void aRefusedMethodNamesThoseThatAreTaken() throws Exception {
        assertThat(send("POST", "/open/often", "", "*/*").headers().firstValue("Allow"))
                .hasValue("GET");
    }

    @Test
    void healthIsOpenAndMetricsAreForThisMachineOnly() throws Exception {
        assertThat(send("GET", "/actuator/health", "", "*/*").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/actuator/prometheus", "", "*/*").statusCode()).isEqualTo(200);
        assertThat(client.send(
                                request("/actuator/prometheus")
                                        .header("X-Forwarded-For", "192.0.2.1")
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isIn(401, 403);
    }

    private HttpResponse<String> send(String method, String path, String contentType, String accept)
            throws IOException, InterruptedException {
        String body = contentType.startsWith("multipart")
                ? "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" + "x".repeat(4000)
                        + "\r\n--b--\r\n"
                : "{broken";
        var request = request(path).header("Accept", accept);
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        if (path.equals("/forbidden")) {
            request.header("Authorization", BASIC);
        }
        return client.send(
                request.method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:"
                + Objects.requireNonNull(site.getWebServer()).getPort() + path));
    }

    private static String reference(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }

    private static void assertHeaders(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .contains("style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
}
