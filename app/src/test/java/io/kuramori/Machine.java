package io.kuramori;

import io.kuramori.identity.ApiPermission;
import io.kuramori.identity.InstitutionId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program with a key, over real HTTP.
public final class Machine {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final UnaryOperator<String> address;
    private final String key;

    private Machine(UnaryOperator<String> address, String key) {
        this.address = address;
        this.key = key;
    }

    /// With a key that nobody made, or none when it is empty.
    public static Machine with(SignedInHouse house, String key) {
        return new Machine(house::address, key);
    }

    /// A key as an administrator makes one.
    ///
    /// @param root null for the whole group
    public static Machine of(
            SignedInHouse house, String name, @Nullable InstitutionId root, ApiPermission... permissions) {
        return of(house::address, work -> house.write("key of " + name, work), name, root, permissions);
    }

    /// @param address where a path is
    /// @param write runs its work in a transaction of Kuramori's own
    public static Machine of(
            UnaryOperator<String> address,
            Consumer<Consumer<JdbcClient>> write,
            String name,
            @Nullable InstitutionId root,
            ApiPermission... permissions) {
        String key = text();
        write.accept(jdbc -> {
            var service = UUID.randomUUID();
            jdbc.sql("""
                            insert into identity.service_account (id, version, name, purpose, created_at)
                            values (:id, 1, :name, 'test', now())
                            """).param("id", service).param("name", name).update();
            jdbc.sql("""
                            insert into identity.api_key (id, institution_id, version, service_account_id, name, hint,
                                                          key_hash, permissions, created_at, expires_at)
                            values (uuidv7(), :root, 1, :service, 'test', :hint, :hash, :permissions, now(),
                                    now() + interval '30 days')
                            """)
                    .param("root", root == null ? null : root.value(), java.sql.Types.OTHER)
                    .param("service", service)
                    .param("hint", key.substring(0, 10))
                    .param("hash", sha256(key))
                    .param(
                            "permissions",
                            Arrays.stream(permissions).map(Enum::name).toArray(String[]::new))
                    .update();
        });
        return new Machine(address, key);
    }

    public String key() {
        return key;
    }

    /// @param headers names and values in turn
    public HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address.apply(path)))
                .headers(key.isEmpty() ? new String[] {"Accept", "*/*"} : new String[] {"X-Api-Key", key})
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return send("POST", path, BodyPublishers.ofString(body), headers);
    }

    public HttpResponse<String> put(String path, String json) {
        return send("PUT", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    /// A form of several parts.
    ///
    /// @param parts names and values in turn
    public HttpResponse<String> form(String path, String... parts) {
        var body = new StringBuilder();
        for (int i = 0; i < parts.length; i += 2) {
            body.append("--b\r\nContent-Disposition: form-data; name=\"")
                    .append(parts[i])
                    .append("\"\r\n\r\n")
                    .append(parts[i + 1])
                    .append("\r\n");
        }
        return post(path, body + "--b--\r\n", "Content-Type", "multipart/form-data; boundary=b");
    }

    /// Waits until the receipt at that address has an end.
    public JsonNode ended(String ticket) {
        return Waiting.until(() -> {
            var node = json(get(ticket));
            return "queued".equals(node.path("state").asString()) ? null : node;
        });
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static String text() {
        var digits = new StringBuilder("krm_");
        var random = HexFormat.of().formatHex(sha256(UUID.randomUUID().toString()));
        digits.append(random, 0, 43);
        var crc = new CRC32();
        crc.update(digits.toString().getBytes(StandardCharsets.UTF_8));
        long left = crc.getValue();
        var check = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            check.append(DIGITS.charAt((int) (left % DIGITS.length())));
            left /= DIGITS.length();
        }
        return digits.append(check.reverse()).toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
