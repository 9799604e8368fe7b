package io.kuramori.identity.keys;

import io.kuramori.identity.Envelope;
import io.kuramori.identity.keys.KeyFile.KeyFileProblem;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds the master key (`kuramori.master-key-file`; by default beside the data folder) and makes one on first start,
/// or when the operator says that the old one is lost.
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {

    @Bean
    Envelope envelope(MasterKeys keys) {
        return new AesEnvelope(keys::all);
    }

    @Bean
    MasterKeys masterKeys(
            @Value("${kuramori.master-key-file:}") String configured,
            @Value("${kuramori.data:data}") Path data,
            @Value("${kuramori.master-key-lost:false}") boolean lost,
            JdbcClient jdbc) {
        Path path = configured.isBlank()
                ? data.toAbsolutePath().normalize().resolveSibling("kuramori-master.key")
                : Path.of(configured);
        var file = new KeyFile(path);
        if (!file.exists()) {
            if (!lost) {
                refuseWhenSomethingIsSealed(path, jdbc);
            }
            file.create();
        }
        return new MasterKeys(file);
    }

    /// A new key would open nothing of what an older one sealed: better not to start.
    private static void refuseWhenSomethingIsSealed(Path path, JdbcClient jdbc) {
        boolean sealed = jdbc.sql("select exists (select from identity.account where totp_secret is not null)")
                .query(Boolean.class)
                .single();
        if (sealed) {
            throw new KeyFileProblem("the data is sealed with a master key, but " + path
                    + " is missing: put the key file back, or name it with kuramori.master-key-file; if it is lost for good,"
                    + " docs/operations.md says what to do");
        }
    }
}
