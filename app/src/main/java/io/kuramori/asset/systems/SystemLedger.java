package io.kuramori.asset.systems;

import com.fasterxml.uuid.Generators;
import io.kuramori.asset.DemandChanged;
import io.kuramori.asset.SystemId;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.OwnRecords;
import io.kuramori.identity.Right;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.StaleRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// What may be done to the ledger of systems. Every method is one transaction of its caller.
@Service
class SystemLedger {

    private final SystemRepository systems;
    private final ResponsibilityRepository responsibilities;
    private final Directory directory;
    private final OwnRecords own;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SystemLedger(
            SystemRepository systems,
            ResponsibilityRepository responsibilities,
            Directory directory,
            OwnRecords own,
            Transactions transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.systems = systems;
        this.responsibilities = responsibilities;
        this.directory = directory;
        this.own = own;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /// Adds a system.
    ///
    /// @param code its code, or null for the next one of the institution's series
    SystemRecord add(
            Caller caller, InstitutionId institution, @Nullable String code, SystemDetails details, String reason) {
        return transactions.write(caller, reason, () -> {
            own.demand(caller, Right.CHANGE_LEDGERS, institution, details.ownerPost());
            return enter(institution, code, details);
        });
    }

    /// The same inside a transaction that is already open.
    SystemRecord enter(InstitutionId institution, @Nullable String code, SystemDetails details) {
        var system = new SystemRecord(
                new SystemId(Generators.timeBasedEpochGenerator().generate()),
                institution,
                code == null ? freeCode(institution) : code,
                1,
                details,
                null,
                null,
                null);
        systems.insert(system);
        return system;
    }

    /// Changes what is said about a system.
    ///
    /// @param version the version the change was based on
    /// @throws StaleRecord when that is no longer the newest
    SystemRecord change(Caller caller, SystemId id, int version, SystemDetails details, String reason) {
        return rewrite(caller, id, version, reason, old -> old.saying(details));
    }

    /// States that the record is right as it stands today.
    SystemRecord confirm(Caller caller, SystemId id, int version, String reason) {
        return rewrite(caller, id, version, reason, old -> old.confirmed(today(old.institution()), caller.name()));
    }

    /// Retires a system, or takes it into use again.
    SystemRecord retire(Caller caller, SystemId id, int version, boolean retired, String reason) {
        return rewrite(caller, id, version, reason, old -> old.retired(retired ? today(old.institution()) : null));
    }

    /// Settles who does which control; what is not mentioned stays.
    ///
    /// @param cleared controls that nobody is named for any more, each with the version this was based on
    void share(Caller caller, SystemId id, List<Responsibility> settled, Map<Control, Integer> cleared, String reason) {
        transactions.write(caller, reason, () -> {
            var system = systems.find(id).orElseThrow(() -> new StaleRecord(SystemRepository.KIND, id.value()));
            own.demand(
                    caller,
                    Right.CHANGE_LEDGERS,
                    system.institution(),
                    system.details().ownerPost());
            Map<Control, Responsibility> before =
                    responsibilities.of(id).stream().collect(Collectors.toMap(Responsibility::control, one -> one));
            for (Responsibility now : settled) {
                var old = before.get(now.control());
                if (old == null) {
                    responsibilities.insert(system, now);
                } else if (!old.equals(now)) {
                    responsibilities.update(system, now);
                }
            }
            cleared.forEach((control, version) ->
                    responsibilities.retire(system, control, version, today(system.institution())));
            return id;
        });
    }

    /// Today where the institution is.
    LocalDate today(InstitutionId institution) {
        return LocalDate.now(clock.withZone(directory.institution(institution).zone()));
    }

    private SystemRecord rewrite(
            Caller caller, SystemId id, int version, String reason, UnaryOperator<SystemRecord> change) {
        return transactions.write(caller, reason, () -> {
            systems.find(id)
                    .ifPresent(system -> own.demand(
                            caller,
                            Right.CHANGE_LEDGERS,
                            system.institution(),
                            system.details().ownerPost()));
            return rewrite(id, version, change);
        });
    }

    /// Whether the caller may change that system: his right covers it, or it belongs to a post he holds.
    boolean changeable(Caller caller, SystemRecord system) {
        return own.allows(
                caller,
                Right.CHANGE_LEDGERS,
                system.institution(),
                system.details().ownerPost());
    }

    /// Writes the next version inside a transaction that is already open; whether the caller may, was asked before.
    SystemRecord rewrite(SystemId id, int version, UnaryOperator<SystemRecord> change) {
        var old = systems.find(id).orElseThrow(() -> new StaleRecord(SystemRepository.KIND, id.value()));
        if (old.version() != version) {
            throw new StaleRecord(SystemRepository.KIND, id.value());
        }

        var now = change.apply(old);
        systems.update(now);
        announce(old, now);
        return systems.find(id).orElseThrow();
    }

    private void announce(SystemRecord old, SystemRecord now) {
        boolean same = old.details().rating().importance().level()
                        == now.details().rating().importance().level()
                && old.details().exposure() == now.details().exposure()
                && old.retired() == now.retired();
        if (same) {
            return;
        }

        var releases = systems.releasesOf(now.id());
        if (!releases.isEmpty()) {
            events.publishEvent(new DemandChanged(releases));
        }
    }

    private String freeCode(InstitutionId institution) {
        // Codes given by hand or by import may stand in the way of the series; it steps over them.
        String code = "";
        do {
            code = "SYS-%04d".formatted(systems.nextNumber(institution));
        } while (systems.codeTaken(institution, code));
        return code;
    }
}
