package io.kuramori.identity.keys;

import java.util.ArrayList;
import java.util.List;

/// The keys in use and the file that they come from.
final class MasterKeys {

    private final KeyFile file;
    private volatile List<MasterKey> keys;

    MasterKeys(KeyFile file) {
        this.file = file;
        this.keys = file.read();
    }

    /// Newest last.
    List<MasterKey> all() {
        return keys;
    }

    MasterKey newest() {
        return keys.getLast();
    }

    /// One more key, which seals from now on. In the file before anything is sealed with it.
    synchronized void add() {
        var longer = new ArrayList<>(keys);
        longer.add(MasterKey.random());
        file.replace(longer);
        keys = file.read();
    }

    /// Forgets all keys but the newest. What they sealed opens no more.
    synchronized void retireOld() {
        file.replace(List.of(newest()));
        keys = file.read();
    }
}
