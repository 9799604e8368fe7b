package io.kuramori.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// A database of its own for a Spring context under test:
/// `@ContextConfiguration(initializers = SpringDatabase.class)`. It lives as long as the JVM, since Spring keeps
/// contexts for later classes.
public final class SpringDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var properties = new HashMap<String, Object>(KuramoriDatabase.create().properties());
        try {
            properties.put(
                    "kuramori.data", Files.createTempDirectory("kuramori-data-").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("kuramori-test-database", Map.copyOf(properties)));
    }
}
