package io.kuramori.identity.keys;

import io.kuramori.identity.Caller;
import io.kuramori.identity.SealedValues;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import io.kuramori.journal.Batches;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Changes the master key: a new line in the key file, every sealed value sealed anew in batches, and only then the old
/// lines gone. Broken off anywhere, it leaves a file that opens everything; run again, it finishes.
@Component
public final class KeyRotation implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);
    private static final int BATCH = 200;
    private static final Caller KURAMORI = new Caller(Actor.KURAMORI, "蔵守", Set.of());

    private final MasterKeys keys;
    private final List<SealedValues> tables;
    private final Transactions transactions;
    private final Batches batches;
    private final boolean atStart;

    KeyRotation(
            MasterKeys keys,
            List<SealedValues> tables,
            Transactions transactions,
            Batches batches,
            @Value("${kuramori.rotate-master-key:false}") boolean atStart) {
        this.keys = keys;
        this.tables = List.copyOf(tables);
        this.transactions = transactions;
        this.batches = batches;
        this.atStart = atStart;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (atStart) {
            System.out.println("master key rotated: " + rotate() + " values sealed anew; copy the key file again");
        }
    }

    /// How many values were sealed anew.
    public int rotate() {
        keys.add();
        int resealed = resealAll();
        var retired = old().stream().map(MasterKey::toString).toList();
        keys.retireOld();
        transactions.write(
                KURAMORI,
                "identity.reason.master-key-rotated",
                () -> batches.record(
                        "identity.master-key",
                        null,
                        Map.of("retired", retired, "key", keys.newest().toString(), "resealed", resealed)));
        LOG.info("master key {} in use, {} values sealed anew", keys.newest(), resealed);
        return resealed;
    }

    /// Ends, since new values are sealed with the newest key, and each pass takes some of the others away.
    private int resealAll() {
        int resealed = 0;
        for (MasterKey old : old()) {
            for (SealedValues table : tables) {
                int some = resealSome(table, old);
                while (some > 0) {
                    resealed += some;
                    some = resealSome(table, old);
                }
            }
        }
        return resealed;
    }

    private int resealSome(SealedValues table, MasterKey old) {
        return transactions.write(
                KURAMORI, "identity.reason.master-key-rotated", () -> table.resealSome(old.id(), BATCH));
    }

    private List<MasterKey> old() {
        return keys.all().subList(0, keys.all().size() - 1);
    }
}
