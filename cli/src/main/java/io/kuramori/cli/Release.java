package io.kuramori.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// Which version of the command line this is, as the build wrote it down.
final class Release implements IVersionProvider {

    Release() {}

    static String version() {
        Properties built = new Properties();
        try (InputStream file = Release.class.getResourceAsStream("built.properties")) {
            if (file == null) {
                throw new IllegalStateException("built.properties belongs beside this class");
            }
            built.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return built.getProperty("version", "");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"kuramori " + version()};
    }
}
