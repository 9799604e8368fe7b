import java.io.File;
import org.owasp.dependencycheck.Engine;
import org.owasp.dependencycheck.utils.Downloader;
import org.owasp.dependencycheck.utils.Settings;

/// Runs OWASP dependency-check over a feed in NVD's format and a folder of jars, with nothing from any network. Prints
/// `import SECONDS` and `analysis SECONDS components N findings N`.
public final class DependencyCheck {

    private DependencyCheck() {}

    public static void main(String[] args) throws Exception {
        Settings settings = new Settings();
        settings.setString(Settings.KEYS.NVD_API_DATAFEED_URL, args[0]);
        settings.setString(Settings.KEYS.DATA_DIRECTORY, args[1]);
        for (String network : new String[] {
            Settings.KEYS.ANALYZER_CENTRAL_ENABLED,
            Settings.KEYS.ANALYZER_OSSINDEX_ENABLED,
            Settings.KEYS.ANALYZER_NODE_AUDIT_ENABLED,
            Settings.KEYS.ANALYZER_RETIREJS_ENABLED,
            Settings.KEYS.ANALYZER_KNOWN_EXPLOITED_ENABLED,
            Settings.KEYS.UPDATE_VERSION_CHECK_ENABLED,
            Settings.KEYS.HOSTED_SUPPRESSIONS_ENABLED
        }) {
            settings.setBoolean(network, false);
        }
        Downloader.getInstance().configure(settings);
        try (Engine engine = new Engine(settings)) {
            long began = System.nanoTime();
            engine.doUpdates();
            System.out.printf("import %.1f%n", (System.nanoTime() - began) / 1e9);
            settings.setBoolean(Settings.KEYS.AUTO_UPDATE, false);
            began = System.nanoTime();
            engine.scan(new File(args[2]));
            engine.analyzeDependencies();
            long findings = 0;
            for (var dependency : engine.getDependencies()) {
                findings += dependency.getVulnerabilities().size();
            }
            System.out.printf(
                    "analysis %.1f components %d findings %d%n",
                    (System.nanoTime() - began) / 1e9, engine.getDependencies().length, findings);
        } finally {
            settings.cleanup(true);
        }
    }
}
