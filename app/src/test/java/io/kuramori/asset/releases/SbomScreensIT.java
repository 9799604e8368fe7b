package io.kuramori.asset.releases;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.SignedInHouse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What a person sees who attaches a file on the page of a release.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SbomScreensIT {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String XML = """
        <bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="library">
        <name>kinko</name><version>1</version><purl>pkg:npm/kinko@1</purl></component></components></bom>""";

    private final HttpClient http = HttpClient.newHttpClient();
    private SignedInHouse house;
    private String session = "";

    @BeforeAll
    void open() throws IOException {
        house = new SignedInHouse();
        session = house.signIn("山田", null);
    }

    @AfterAll
    void close() {
        http.close();
        house.close();
    }

    @Test
    void aFileInAnyFormIsShownWithItsFormAndABrokenOneWithThePlace() throws IOException, InterruptedException {
        house.post(
                session,
                "/releases",
                "/releases",
                "institution",
                SignedInHouse.BANK.value().toString(),
                "software",
                "窓口",
                "label",
                "1.0",
                "supplier",
                "");
        var path = Pattern.compile("href=\"(/releases/REL-[^\"]+)\"")
                .matcher(house.get(session, "/releases").body());
        assertThat(path.find()).isTrue();
        String release = Objects.requireNonNull(path.group(1)).replace("&amp;", "&");

        assertThat(attach(release, "ja", "壊れた.spdx", "SPDXVersion: SPDX-2.3\nPackageName: <text>a\n"))
                .contains("壊れた.spdx:2: 書き方が途中で壊れているか");
        assertThat(attach(release, "en", "bom.json", """
                {"bomFormat":"CycloneDX","specVersion":"1.6",
                "components":[{"name":"a"},{"name":5}]}"""))
                .contains("bom.json:2:36 /components/1/name: wrong type; expected a string, found “5”.");
        assertThat(attach(release, "ja", "bom.json", "{}")).contains("読める SBOM ではありません");
        assertThat(house.get(session, release).body()).contains("まだ付いていません");

        attach(release, "ja", "bom.xml", XML);
        assertThat(house.get(session, release).body()).contains("CycloneDX 1.6 XML", "pkg:npm/kinko@1");
    }

    private String attach(String release, String language, String name, String document)
            throws IOException, InterruptedException {
        String page = house.get(session, release).body();
        var token = FORM_TOKEN.matcher(page);
        var action = Pattern.compile("action=\"(/releases/[^\"]+/sbom[^\"]*)\"").matcher(page);
        assertThat(token.find()).isTrue();
        assertThat(action.find()).isTrue();
        String body = """
            --b\r
            Content-Disposition: form-data; name="_csrf"\r
            \r
            %s\r
            --b\r
            Content-Disposition: form-data; name="file"; filename="%s"\r
            Content-Type: application/octet-stream\r
            \r
            %s\r
            --b--\r
            """.formatted(token.group(1), name, document);
        String address = Objects.requireNonNull(action.group(1)).replace("&amp;", "&");
        return http.send(
                        HttpRequest.newBuilder(URI.create(house.address(address)))
                                .header("Accept", "text/html")
                                .header("Cookie", "kuramori_lang=" + language + "; kuramori_session=" + session)
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
