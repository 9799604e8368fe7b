package io.kuramori.asset.systems;

import io.kuramori.asset.BulkPick;
import io.kuramori.asset.SystemId;
import io.kuramori.asset.systems.BulkResult.Left;
import io.kuramori.asset.systems.BulkResult.Why;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.StaleRecord;
import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Acts on several systems: one transaction, each row checked against the version that was seen. A row that cannot be
/// changed is left and told; it does not hold up the others.
@Service
class SystemBulk {

    private final SystemRepository systems;
    private final SystemLedger ledger;
    private final Directory directory;
    private final Transactions transactions;

    SystemBulk(SystemRepository systems, SystemLedger ledger, Directory directory, Transactions transactions) {
        this.systems = systems;
        this.ledger = ledger;
        this.directory = directory;
        this.transactions = transactions;
    }

    /// @param picks at most {@link BulkPick#MOST}, sorted
    BulkResult run(Caller caller, BulkAct act, List<BulkPick> picks, String reason) {
        return transactions.write(caller, reason, () -> {
            // The foreign key sees every post; the person may name only those in scope.
            if (act instanceof BulkAct.Own(var post)
                    && directory.posts().stream().noneMatch(known -> known.id().equals(post))) {
                throw new Problem(ProblemType.INVALID, "asset.bulk.error.owner");
            }

            int changed = 0;
            var left = new ArrayList<Left>();
            for (BulkPick pick : picks) {
                var reasonLeft = one(caller, act, pick);
                if (reasonLeft.isEmpty()) {
                    changed++;
                } else {
                    left.add(reasonLeft.get());
                }
            }
            return new BulkResult(changed, left);
        });
    }

    private Optional<Left> one(Caller caller, BulkAct act, BulkPick pick) {
        var found = systems.find(new SystemId(pick.id()));
        if (found.isEmpty()) {
            return Optional.of(new Left("", "", "", Why.GONE));
        }

        var old = found.get();
        if (!ledger.changeable(caller, old)) {
            return Optional.of(left(old, Why.NOT_YOURS));
        }
        var why = objection(act, pick, old);
        if (why != null) {
            return Optional.of(left(old, why));
        }
        try {
            ledger.rewrite(new SystemId(pick.id()), pick.version(), seen -> next(caller, act, seen));
            return Optional.empty();
        } catch (StaleRecord e) {
            return Optional.of(left(old, Why.STALE));
        }
    }

    private static @Nullable Why objection(BulkAct act, BulkPick pick, SystemRecord old) {
        if (old.version() != pick.version()) {
            return Why.STALE;
        }
        return switch (act) {
            case BulkAct.Confirm _ -> old.retired() ? Why.RETIRED : null;
            case BulkAct.Own(var post) ->
                old.retired() ? Why.RETIRED : post.equals(old.details().ownerPost()) ? Why.UNCHANGED : null;
            case BulkAct.Retire _ -> old.retired() ? Why.UNCHANGED : null;
        };
    }

    private SystemRecord next(Caller caller, BulkAct act, SystemRecord old) {
        return switch (act) {
            case BulkAct.Confirm _ -> old.confirmed(ledger.today(old.institution()), caller.name());
            case BulkAct.Own(var post) ->
                old.saying(old.details().belonging(post, old.details().department()));
            case BulkAct.Retire _ -> old.retired(ledger.today(old.institution()));
        };
    }

    private Left left(SystemRecord system, Why why) {
        String institution = directory.institution(system.institution()).code();
        return new Left(
                system.code(), system.details().name(), "/systems/" + system.code() + "?in=" + institution, why);
    }
}
