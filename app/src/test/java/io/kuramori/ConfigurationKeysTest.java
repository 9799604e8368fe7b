package io.kuramori;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Every configuration key and its default, pinned: institutions have them in their files. A key that is added, renamed
/// or given another default shows here and must be told in `docs/operations.md`.
class ConfigurationKeysTest {

    /// Key → default; empty when there is none.
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("kuramori.address", ""),
            Map.entry("kuramori.blobs.access-key", ""),
            Map.entry("kuramori.blobs.bucket", ""),
            Map.entry("kuramori.blobs.endpoint", ""),
            Map.entry("kuramori.blobs.folder", ""),
            Map.entry("kuramori.blobs.kind", "folder"),
            Map.entry("kuramori.blobs.path-style", "true"),
            Map.entry("kuramori.blobs.prefix", ""),
            Map.entry("kuramori.blobs.region", "us-east-1"),
            Map.entry("kuramori.blobs.secret-key", ""),
            Map.entry("kuramori.data", "./data"),
            Map.entry("kuramori.database.app.password", ""),
            Map.entry("kuramori.database.app.user", ""),
            Map.entry("kuramori.database.owner.password", ""),
            Map.entry("kuramori.database.owner.user", ""),
            Map.entry("kuramori.database.pool", "16"),
            Map.entry("kuramori.database.port", "0"),
            Map.entry("kuramori.database.system-pool", "5"),
            Map.entry("kuramori.database.system.password", ""),
            Map.entry("kuramori.database.system.user", ""),
            Map.entry("kuramori.database.url", ""),
            Map.entry("kuramori.evidence.largest", "1GB"),
            Map.entry("kuramori.feeds.folder", ""),
            Map.entry("kuramori.journal.interval-ms", "200"),
            Map.entry("kuramori.master-key-file", ""),
            Map.entry("kuramori.master-key-lost", "false"),
            Map.entry("kuramori.notice.address", ""),
            Map.entry("kuramori.notice.escalate-after", "3"),
            Map.entry("kuramori.notice.from", "kuramori@localhost"),
            Map.entry("kuramori.notice.smtp.host", ""),
            Map.entry("kuramori.notice.smtp.password", ""),
            Map.entry("kuramori.notice.smtp.port", "587"),
            Map.entry("kuramori.notice.smtp.tls", "starttls"),
            Map.entry("kuramori.notice.smtp.user", ""),
            Map.entry("kuramori.passwords.leaked-file", ""),
            Map.entry("kuramori.recover", ""),
            Map.entry("kuramori.rights.emergency-hours", "8"),
            Map.entry("kuramori.rights.request-days", "7"),
            Map.entry("kuramori.rotate-master-key", "false"),
            Map.entry("kuramori.sign-in.oidc.*.acr", ""),
            Map.entry("kuramori.sign-in.oidc.*.amr", ""),
            Map.entry("kuramori.sign-in.oidc.*.client-id", ""),
            Map.entry("kuramori.sign-in.oidc.*.groups-claim", "groups"),
            Map.entry("kuramori.sign-in.oidc.*.hosts", ""),
            Map.entry("kuramori.sign-in.oidc.*.issuer", ""),
            Map.entry("kuramori.sign-in.oidc.*.name", ""),
            Map.entry("kuramori.sign-in.oidc.*.scopes", "profile,email"),
            Map.entry("kuramori.sign-in.oidc.*.secret-file", ""),
            Map.entry("kuramori.vulnerability.exception-days", "180"),
            Map.entry("kuramori.work.heartbeat", "5s"),
            Map.entry("kuramori.work.poll", "2s"),
            Map.entry("kuramori.work.stop-within", "10s"),
            Map.entry("kuramori.work.threads", "4"),
            Map.entry("kuramori.zone", "Asia/Tokyo"));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(kuramori\\.[a-z.-]+):([^}]*)}");

    @Test
    void areTheseAndNoOthers() throws IOException {
        var found = new TreeMap<String, String>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.kuramori").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                        .forEach(type -> describe(
                                type.getAnnotationOfType(ConfigurationProperties.class)
                                        .value(),
                                type.reflect(),
                                found));
        for (Path source : sources()) {
            PLACEHOLDER
                    .matcher(Files.readString(source))
                    .results()
                    .forEach(key -> found.putIfAbsent(key.group(1), key.group(2)));
        }

        assertThat(found).isEqualTo(new TreeMap<>(KEYS));
    }

    @Test
    void areToldInTheOperationsGuide() throws IOException {
        var guide = Files.readString(Path.of("../docs/operations.md"));
        assertThat(KEYS.keySet()).allSatisfy(key -> assertThat(guide).contains("`" + key + "`"));
    }

    /// Defaults stand on the parameters of the record's constructor, in the order of its components.
    private static void describe(String prefix, Class<?> type, Map<String, String> found) {
        var components = type.getRecordComponents();
        var parameters = type.getDeclaredConstructors()[0].getParameters();
        for (int i = 0; i < components.length; i++) {
            String key = prefix + "." + kebab(components[i].getName());
            if (components[i].getType().isRecord()) {
                describe(key, components[i].getType(), found);
            } else if (components[i].getGenericType() instanceof ParameterizedType map
                    && map.getActualTypeArguments().length == 2
                    && map.getActualTypeArguments()[1] instanceof Class<?> each) {
                // Named by the institution: a record for each name.
                describe(key + ".*", each, found);
            } else {
                var given = parameters[i].getAnnotation(DefaultValue.class);
                found.put(key, given == null ? "" : String.join(",", given.value()));
            }
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> ground = Files.walk(Path.of("../ground/src/main/java"));
                Stream<Path> app = Files.walk(Path.of("src/main/java"))) {
            return Stream.concat(ground, app)
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        }
    }
}
