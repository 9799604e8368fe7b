package io.kuramori.asset.systems;

import io.kuramori.asset.SystemId;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.AsOf;
import io.kuramori.journal.JournalSize;
import io.kuramori.organization.Trails;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Gathers what a system's page shows, now or as of the end of a day where its institution is.
@Component
class SystemPages {

    private final SystemRepository systems;
    private final ResponsibilityRepository responsibilities;
    private final Directory directory;
    private final SystemLedger ledger;
    private final Trails trails;
    private final AsOf asOf;
    private final Transactions transactions;
    private final JdbcClient jdbc;

    SystemPages(
            SystemRepository systems,
            ResponsibilityRepository responsibilities,
            Directory directory,
            SystemLedger ledger,
            Trails trails,
            AsOf asOf,
            Transactions transactions,
            JdbcClient jdbc) {
        this.systems = systems;
        this.responsibilities = responsibilities;
        this.directory = directory;
        this.ledger = ledger;
        this.trails = trails;
        this.asOf = asOf;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /// The system of that code; empty when there is none in scope, or several and no institution is named.
    Optional<SystemView> of(Caller caller, String code, @Nullable String institutionCode, @Nullable LocalDate day) {
        return transactions.read(caller, () -> {
            var found = systems.withCode(code).stream()
                    .filter(system -> institutionCode == null
                            || directory
                                    .institution(system.institution())
                                    .code()
                                    .equals(institutionCode))
                    .toList();
            return found.size() == 1 ? view(caller, found.getFirst(), day) : Optional.empty();
        });
    }

    /// How many systems in scope have that code.
    int having(Caller caller, String code) {
        return transactions.read(caller, () -> systems.withCode(code).size());
    }

    private Optional<SystemView> view(Caller caller, SystemRecord today, @Nullable LocalDate day) {
        var institution = directory.institution(today.institution());
        JournalSize size = day == null ? null : asOf.endOf(day, institution.zone());
        var shown = size == null ? Optional.of(today) : systems.at(today.id(), size);
        return shown.map(system -> {
            var details = system.details();
            LocalDate confirmed = system.confirmedOn();
            LocalDate reference = day == null ? ledger.today(system.institution()) : day;
            return new SystemView(
                    system,
                    institution,
                    directory.postName(details.ownerPost()).orElse(null),
                    directory.departmentName(details.department()).orElse(null),
                    size == null ? responsibilities.of(system.id()) : responsibilities.at(system.id(), size),
                    releases(system.id(), size),
                    trails.of(caller, SystemRepository.KIND, system.id().value()),
                    day == null && ledger.changeable(caller, today),
                    day,
                    confirmed == null ? null : ChronoUnit.DAYS.between(confirmed, reference));
        });
    }

    private List<SystemView.RunRelease> releases(SystemId system, @Nullable JournalSize size) {
        return jdbc.sql("""
                        /* language=sql */
                        select r.code, i.code as institution, r.software, r.label
                        from %s sr
                        join asset.face_release r on r.id = sr.release_id
                        left join organization.face_institution i on i.id = r.institution_id
                        where sr.system_id = :system
                        order by r.software, r.label limit 200
                        """.formatted(size == null ? "asset.system_release" : "asset.system_release_at(:size)"))
                .param("system", system.value())
                .param("size", size == null ? 0 : size.value())
                .query((row, n) -> new SystemView.RunRelease(
                        row.getString("code"),
                        row.getString("institution"),
                        row.getString("software"),
                        row.getString("label")))
                .list();
    }
}
