package io.kuramori.identity.rights;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/// Sends the requests of the matrix over real HTTP and reads forms as a browser does.
final class Web {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>");
    private static final Pattern AREA = Pattern.compile("<textarea\\b([^>]*)>(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern SELECT = Pattern.compile("<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");
    private static final String BOUNDARY = "kuramori-matrix";

    private final HttpClient http = HttpClient.newHttpClient();
    private final UnaryOperator<String> address;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> forms = new ConcurrentHashMap<>();

    private final AtomicLong numbers = new AtomicLong();

    Web(UnaryOperator<String> address) {
        this.address = address;
    }

    /// @param effect what it would have left behind
    record Answer(int status, String text, Observing.Effect effect) {}

    Answer get(String session, String path) {
        return send(request(session, path).GET());
    }

    Answer post(String session, String path, Map<String, String> fields) {
        var body = new StringBuilder("_csrf=" + encoded(token(session)));
        fields.forEach((name, value) ->
                body.append('&').append(encoded(name)).append('=').append(encoded(value)));
        return send(request(session, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    Answer file(String session, String path, String name, String content) {
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token(session)
                + "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n";
        return send(request(session, path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer json(String session, String method, String path, String body) {
        return send(request(session, path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", token(session))
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /// What the form on `page` that is sent to `action` holds before anything is typed.
    Map<String, String> form(String session, String page, String action) {
        return forms.computeIfAbsent(session + page + " " + action, _ -> read(session, page, action));
    }

    private Map<String, String> read(String session, String page, String action) {
        var answer = get(session, page);
        var forms = FORM.matcher(answer.text());
        while (forms.find()) {
            var sentTo = attribute(forms.group(1), "action").replaceAll("\\?.*", "");
            if (sentTo.equals(action.replaceAll("\\?.*", ""))) {
                return fields(forms.group(2));
            }
        }
        throw new AssertionError("no form to " + action + " on " + page + " (" + answer.status() + ")");
    }

    private static Map<String, String> fields(String form) {
        var fields = new LinkedHashMap<String, String>();
        var inputs = INPUT.matcher(form);
        while (inputs.find()) {
            var attributes = inputs.group(1);
            boolean box = attributes.contains("type=\"checkbox\"") || attributes.contains("type=\"radio\"");
            if (!box || attributes.contains("checked")) {
                put(fields, attributes, attribute(attributes, "value"));
            }
        }
        var areas = AREA.matcher(form);
        while (areas.find()) {
            put(fields, areas.group(1), plain(areas.group(2)));
        }
        var selects = SELECT.matcher(form);
        while (selects.find()) {
            String first = null;
            String chosen = null;
            var options = OPTION.matcher(selects.group(2));
            while (options.find()) {
                var value = attribute(options.group(1), "value");
                first = first == null ? value : first;
                chosen = options.group(1).contains("selected") ? value : chosen;
            }
            put(fields, selects.group(1), chosen != null ? chosen : first == null ? "" : first);
        }
        fields.remove("_csrf");
        return fields;
    }

    private static void put(Map<String, String> fields, String attributes, String value) {
        var name = attribute(attributes, "name");
        if (!name.isEmpty()) {
            fields.put(name, value);
        }
    }

    private String token(String session) {
        return tokens.computeIfAbsent(session, _ -> {
            var found = TOKEN.matcher(get(session, "/account").text());
            if (!found.find()) {
                throw new AssertionError("no form token");
            }
            return Objects.requireNonNull(found.group(1));
        });
    }

    private HttpRequest.Builder request(String session, String path) {
        return HttpRequest.newBuilder(URI.create(address.apply(path)))
                .header("Accept", "text/html")
                .header("Cookie", "kuramori_lang=ja; kuramori_session=" + session);
    }

    private Answer send(HttpRequest.Builder request) {
        var number = String.valueOf(numbers.incrementAndGet());
        try {
            var answer = http.send(
                    request.header(Observing.NUMBER, number).build(), HttpResponse.BodyHandlers.ofByteArray());
            var redirect = answer.headers().firstValue("Location").orElse("");
            return new Answer(answer.statusCode(), text(answer.body()) + redirect, Observing.take(number));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// A spreadsheet is a zip of texts.
    private static String text(byte[] body) throws IOException {
        if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
            return new String(body, StandardCharsets.UTF_8);
        }
        // Written in a stream, so that only the directory at its end knows the sizes.
        var file = Files.createTempFile("kuramori-matrix-", ".xlsx");
        var text = new StringBuilder();
        try {
            Files.write(file, body);
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } finally {
            Files.delete(file);
        }
        return text.toString();
    }

    private static String attribute(String attributes, String name) {
        var found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? plain(Objects.requireNonNull(found.group(1))) : "";
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
