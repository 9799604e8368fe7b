package io.kuramori.organization.internal;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.AuthorityTable;
import io.kuramori.organization.AuthorityTable.Adoption;
import io.kuramori.organization.AuthorityTable.Rule;
import io.kuramori.organization.AuthorityTableId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Draws up, adopts and reads editions of the authority table.
@Service
public class Authority {

    private final AuthorityRepository authority;
    private final Writes writes;

    Authority(AuthorityRepository authority, Writes writes) {
        this.authority = authority;
        this.writes = writes;
    }

    public UUID newId() {
        return writes.newId();
    }

    /// All editions, the newest first.
    public List<AuthorityTable> editions(Caller caller, InstitutionId institution) {
        return writes.read(caller, () -> authority.of(institution));
    }

    public Optional<AuthorityTable> edition(Caller caller, AuthorityTableId id) {
        return writes.read(caller, () -> authority.byId(id));
    }

    public Optional<AuthorityTable> inForce(Caller caller, InstitutionId institution, LocalDate day) {
        return writes.read(caller, () -> authority.inForce(institution, day));
    }

    public List<Rule> rules(Caller caller, AuthorityTableId table) {
        return writes.read(caller, () -> authority.rules(table));
    }

    public Optional<Rule> rule(Caller caller, UUID id) {
        return writes.read(caller, () -> authority.rule(id));
    }

    public List<Body> bodies(Caller caller) {
        return writes.read(caller, authority::bodies);
    }

    /// A new draft with the next number, holding the rules of the newest edition.
    public AuthorityTableId draft(
            Caller caller, String reason, InstitutionId institution, String title, LocalDate effectiveFrom) {
        var newest = editions(caller, institution).stream().findFirst().map(AuthorityTable::id);
        return draft(caller, reason, institution, title, effectiveFrom, newest);
    }

    /// A new draft with the next number, holding the rules of the edition `from`, or none.
    public AuthorityTableId draft(
            Caller caller,
            String reason,
            InstitutionId institution,
            String title,
            LocalDate effectiveFrom,
            Optional<AuthorityTableId> from) {
        new Complaints()
                .when(title.isBlank(), "title", "organization.error.required")
                .raise();
        var id = new AuthorityTableId(writes.newId());
        writes.write(caller, reason, () -> {
            int edition = authority.lastEdition(institution) + 1;
            authority.insert(new AuthorityTable(id, institution, 0, edition, title, effectiveFrom, null, null));
            from.map(authority::rules)
                    .orElse(List.of())
                    .forEach(rule -> authority.insert(new Rule(
                            writes.newId(),
                            institution,
                            0,
                            id,
                            rule.decision(),
                            rule.article(),
                            rule.condition(),
                            rule.decider(),
                            null)));
        });
        return id;
    }

    /// Adopts a draft: from its effective date it supersedes the edition before; neither changes afterwards.
    public void adopt(Caller caller, String reason, AuthorityTableId id, int version, Adoption adoption) {
        new Complaints()
                .when(adoption.by().isBlank(), "adoptedBy", "organization.error.required")
                .raise();
        writes.write(caller, reason, () -> {
            var draft = authority.byId(id).orElseThrow();
            Writes.expectOne(
                    authority.update(new AuthorityTable(
                            id,
                            draft.institution(),
                            version,
                            draft.edition(),
                            draft.title(),
                            draft.effectiveFrom(),
                            adoption,
                            null)),
                    "authority-table",
                    id.value());
        });
    }

    /// Title and effective date of a draft, or its withdrawal; an adopted edition refuses both.
    public void save(Caller caller, String reason, AuthorityTable draft) {
        new Complaints()
                .when(draft.title().isBlank(), "title", "organization.error.required")
                .raise();
        writes.write(caller, reason, () -> {
            var stored = authority.byId(draft.id()).orElseThrow();
            new Complaints()
                    .when(stored.adopted() != null, "", "organization.error.authority_table_adopted")
                    .raise();
            Writes.expectOne(
                    authority.update(draft), "authority-table", draft.id().value());
        });
    }

    /// Stores a rule of a draft.
    public void save(Caller caller, String reason, Rule rule) {
        new Complaints()
                .when(!rule.decision().matches("[a-z][a-z0-9.-]{1,63}"), "decision", "organization.error.required")
                .when(rule.article().isBlank(), "article", "organization.error.required")
                .raise();
        writes.write(caller, reason, () -> {
            if (rule.version() == 0) {
                authority.insert(rule);
            } else {
                Writes.expectOne(authority.update(rule), "authority-rule", rule.id());
            }
        });
    }
}
