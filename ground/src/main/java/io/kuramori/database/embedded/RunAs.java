package io.kuramori.database.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// As whom the programs of PostgreSQL run, which refuse to run as root.
///
/// Every command is started in a session of its own, so that a Ctrl-C at the prompt reaches Kuramori alone, and
/// gets SIGINT (a fast shutdown) when the thread that started it ends, so that a killed JVM leaves no orphan.
sealed interface RunAs {

    /// Not used by any account of the distributions; nothing else of the machine belongs to it.
    int DEDICATED_UID = 27543;

    /// There on every Linux; `initdb` alone needs a user that has a name.
    int NOBODY = 65534;

    /// Puts what is needed before `command`.
    List<String> command(List<String> command);

    /// Ourselves: we are not root.
    record Ourselves() implements RunAs {
        @Override
        public List<String> command(List<String> command) {
            return join(List.of("setsid", "setpriv", "--no-new-privs", "--pdeathsig", "INT"), command);
        }
    }

    /// We are root: a user that owns the cluster and nothing else.
    record Dedicated(int uid) implements RunAs {
        @Override
        public List<String> command(List<String> command) {
            return join(
                    List.of(
                            "setsid",
                            "setpriv",
                            "--reuid",
                            Integer.toString(uid),
                            "--regid",
                            Integer.toString(uid),
                            "--clear-groups",
                            "--no-new-privs",
                            "--pdeathsig",
                            "INT"),
                    command);
        }
    }

    /// We are root and the folder lies where nobody else may look: a user namespace, in which PostgreSQL does not
    /// see that it is root. It keeps root's rights to files, so it is the last resort and warned of.
    record Namespace() implements RunAs {
        @Override
        public List<String> command(List<String> command) {
            return join(List.of("setsid", "unshare", "-U", "setpriv", "--no-new-privs", "--pdeathsig", "INT"), command);
        }
    }

    /// Chooses for a cluster at `cluster` and programs at `programs`.
    static RunAs choose(Path cluster, Path programs) throws IOException {
        if (Ownership.ours() != 0) {
            return new Ourselves();
        }

        if (Ownership.reachable(cluster, DEDICATED_UID) && Ownership.reachable(programs, DEDICATED_UID)) {
            return new Dedicated(DEDICATED_UID);
        }

        log().warn(
                        "{} lies where only root may look, so PostgreSQL keeps root's rights to files. "
                                + "Better: run Kuramori as a user of its own, or move the data folder.",
                        cluster);
        return new Namespace();
    }

    private static Logger log() {
        return LoggerFactory.getLogger(RunAs.class);
    }

    private static List<String> join(List<String> prefix, List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);

        return List.copyOf(all);
    }
}
