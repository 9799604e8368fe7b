package io.kuramori;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Role;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole application on a database of its own, with one bank, one subsidiary and people who are signed in. Requests
/// are real HTTP.
public final class SignedInHouse implements AutoCloseable {

    public static final InstitutionId BANK = new InstitutionId(UUID.fromString("0193b000-0000-7000-8000-0000000000b1"));
    public static final InstitutionId CARD = new InstitutionId(UUID.fromString("0193b000-0000-7000-8000-0000000000b2"));
    public static final UUID POST = UUID.fromString("0193b000-0000-7000-8000-0000000000c1");

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private boolean proved;
    private final KuramoriDatabase.Handle database = KuramoriDatabase.create();
    private final ServletWebServerApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    /// @param more configurations of the test's own
    public SignedInHouse(Class<?>... more) throws IOException {
        var settings = new ArrayList<String>();
        database.properties().forEach((key, value) -> settings.add("--" + key + "=" + value));
        settings.add("--kuramori.data=" + Files.createTempDirectory("kuramori-house-"));
        settings.add("--server.port=0");
        context = (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(House.class).sources(more).run(settings.toArray(String[]::new));
        write("organization", jdbc -> {
            for (var one : List.of(BANK, CARD)) {
                jdbc.sql("""
                                insert into organization.institution
                                    (id, institution_id, code, version, parent_id, kind, name)
                                values (:id, :id, :code, 1, :parent, 'legal_entity', :name)
                                """)
                        .param("id", one.value())
                        .param("code", one.equals(BANK) ? "BANK" : "CARD")
                        .param("parent", one.equals(BANK) ? null : BANK.value(), java.sql.Types.OTHER)
                        .param("name", one.equals(BANK) ? "みやこ銀行" : "みやこカード")
                        .update();
            }
            jdbc.sql("""
                            insert into organization.post (id, institution_id, code, version, name)
                            values (:id, :bank, 'P1', 1, 'システム部長')
                            """).param("id", POST).param("bank", BANK.value()).update();
        });
    }

    /// Who signs in from now on has just proved himself again.
    public SignedInHouse proving() {
        proved = true;
        return this;
    }

    /// Signs somebody in, with the whole group or one institution's subtree in view.
    ///
    /// @param root null for the whole group
    /// @return the token of the session's cookie
    public String signIn(String name, @org.jspecify.annotations.Nullable InstitutionId root) {
        return signIn(name, root, Role.SECURITY_OFFICE);
    }

    /// The same with another role.
    public String signIn(String name, @org.jspecify.annotations.Nullable InstitutionId root, Role role) {
        var account = UUID.randomUUID();
        var token = UUID.randomUUID().toString();
        write("sign in " + name, jdbc -> {
            jdbc.sql("""
                            insert into identity.account (id, version, email, name, password_hash, password_set_at)
                            values (:id, 1, :email, :name, 'none', now())
                            """)
                    .param("id", account)
                    .param("email", account + "@example.jp")
                    .param("name", name)
                    .update();
            jdbc.sql("""
                            insert into identity.role (id, institution_id, version, account_id, role, valid_from,
                                                       valid_until)
                            values (uuidv7(), :root, 1, :account, :role, current_date - 1, current_date + 30)
                            """)
                    .param("role", role.name())
                    .param("root", root == null ? null : root.value(), java.sql.Types.OTHER)
                    .param("account", account)
                    .update();
            jdbc.sql("""
                            insert into identity.session (id, token_hash, account_id, strength, created_at,
                                                          last_seen_at, stepped_up_at, address, agent)
                            values (uuidv7(), :hash, :account, 'MULTI_FACTOR', now(), now(),
                                    case when :proved then now() end, '127.0.0.1', 'test')
                            """)
                    .param("hash", sha256(token))
                    .param("account", account)
                    .param("proved", proved)
                    .update();
        });
        return token;
    }

    /// Writes as Kuramori itself, with both institutions in view.
    public void write(String reason, java.util.function.Consumer<JdbcClient> work) {
        var caller = new Caller(Actor.KURAMORI, "蔵守", Set.of(BANK, CARD));
        bean(Transactions.class).write(caller, reason, () -> {
            work.accept(bean(JdbcClient.class));
            return true;
        });
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String address(String path) {
        return "http://localhost:"
                + Objects.requireNonNull(context.getWebServer()).getPort() + path;
    }

    public HttpResponse<String> get(String session, String path) {
        return send(signed(session, path), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> file(String session, String path) {
        return send(signed(session, path), HttpResponse.BodyHandlers.ofByteArray());
    }

    /// Posts a form with the token of the page `from`.
    ///
    /// @param fields names and values in turn
    public HttpResponse<String> post(String session, String from, String path, String... fields) {
        var found = FORM_TOKEN.matcher(get(session, from).body());
        if (!found.find()) {
            throw new AssertionError("no form on " + from);
        }
        var body = new StringBuilder("_csrf=" + encoded(Objects.requireNonNull(found.group(1))));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return send(
                signed(session, path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        context.close();
        KuramoriDatabase.drop(database);
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder signed(String session, String path) {
        return HttpRequest.newBuilder(URI.create(address(path)))
                .header("Accept", "text/html")
                .header("Cookie", "kuramori_lang=ja; kuramori_session=" + session);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /// The application as it is started for real, without what tests of other rooms declare beside it.
    @EnableAutoConfiguration
    @ComponentScan(
            basePackageClasses = KuramoriApplication.class,
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.CUSTOM, classes = OfTests.class),
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = KuramoriApplication.class)
            })
    static class House {}

    /// Classes that come from a tests' folder or jar.
    static final class OfTests implements TypeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            String place = type.getResource().getURL().toString();
            return place.contains("/test-classes/") || place.contains("-tests.jar");
        }
    }
}
