package io.kuramori.organization;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/// Somebody with a browser that runs no script: keeps cookies and the forms' hidden token, and does not follow
/// redirects.
final class Visitor implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;
    private final String authorization;

    Visitor(String address, String name) {
        this.address = address;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((name + ":ledger").getBytes(StandardCharsets.UTF_8));
    }

    /// @param location where a stored form leads; empty when it is shown again
    record Answer(int status, String location, String body) {

        boolean stored() {
            return status == 302;
        }
    }

    Answer open(String path) {
        return send(request(path).GET().build());
    }

    /// Sends fields, in pairs, as the form of any page does.
    Answer submit(String path, String... fields) {
        var token = TOKEN.matcher(open("/organization").body());
        if (!token.find()) {
            throw new AssertionError("no form on the page");
        }
        var body = new StringBuilder("_csrf=" + encoded(token.group(1)));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", authorization)
                .header("Accept", "text/html")
                .header("Accept-Language", "ja");
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", ""),
                    response.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
