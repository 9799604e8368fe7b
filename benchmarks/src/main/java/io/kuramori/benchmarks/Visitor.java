package io.kuramori.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody who is signed in with a second factor and sees the whole group. The session is written into the database,
/// which spares typing codes; every request is looked up like anyone's.
final class Visitor {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final House house;
    private final String token;

    private Visitor(House house, String token) {
        this.house = house;
        this.token = token;
    }

    static Visitor signIn(House house) throws IOException, SQLException {
        var account = UUID.randomUUID();
        var token = UUID.randomUUID() + "-" + UUID.randomUUID();
        try (var connection = house.connect("kuramori_app")) {
            connection.setAutoCommit(false);
            Loader.settle(connection, account, "");
            execute(connection, """
                    insert into identity.account (id, version, email, name, password_hash, password_set_at)
                    values (?, 1, 'bench@example.jp', '計測 太郎', 'none', now())
                    """, account);
            // Nobody gives himself a role: Kuramori does, as at set-up.
            execute(connection, """
                    select set_config('kuramori.actor', '00000000-0000-7000-8000-000000000001', true),
                           set_config('kuramori.actor_kind', 'SYSTEM', true)
                    where ?::uuid is not null
                    """, account);
            execute(connection, """
                    insert into identity.role (id, version, account_id, role, valid_from)
                    values (uuidv7(), 1, ?, 'SECURITY_OFFICE', current_date - 1)
                    """, account);
            execute(connection, """
                    insert into identity.session (id, token_hash, account_id, strength, created_at, last_seen_at,
                                                  address, agent)
                    values (uuidv7(), ?, ?, 'MULTI_FACTOR', now(), now(), '127.0.0.1', 'bench')
                    """, sha256(token), account);
            connection.commit();
        }
        return new Visitor(house, token);
    }

    /// The page's text.
    ///
    /// @throws IOException when the answer is not 200
    String get(String path) throws IOException, InterruptedException {
        return send(signed(path).header("Accept", "text/html"), path);
    }

    byte[] file(String path) throws IOException, InterruptedException {
        var answer = house.http().send(signed(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    /// Posts a form with the token that `page` carries.
    String post(String path, String page, Map<String, String> fields) throws IOException, InterruptedException {
        var found = FORM_TOKEN.matcher(page);
        if (!found.find()) {
            throw new IOException("no form on the page");
        }
        String body = fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"))
                + "&_csrf=" + encoded(found.group(1));
        return send(
                signed(path)
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                path);
    }

    /// Sends a file by a form with the token that `page` carries.
    String upload(String path, String page, String field, String name, byte[] file)
            throws IOException, InterruptedException {
        var found = FORM_TOKEN.matcher(page);
        if (!found.find()) {
            throw new IOException("no form on the page");
        }
        String boundary = "----" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + found.group(1)
                        + "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field
                        + "\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                signed(path)
                        .header("Accept", "text/html")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())),
                path);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder signed(String path) {
        return house.request(path).header("Cookie", "kuramori_session=" + token + "; kuramori_lang=ja");
    }

    private String send(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
        var answer = house.http().send(request.build(), HttpResponse.BodyHandlers.ofString());
        // What was posted is answered with where to look.
        if (answer.statusCode() != 200 && answer.statusCode() != 302 && answer.statusCode() != 303) {
            throw new IOException(path + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
