package io.kuramori.approval.web;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Transactions;
import io.kuramori.organization.AuthorityTable.Rule;
import io.kuramori.organization.Decider;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Organization;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// What several pages need of the organization.
@Component
class Places {

    /// Names who decides in emergencies; nobody asks for it.
    private static final String EMERGENCY = "approval.emergency";

    private final Organization organization;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    Places(Organization organization, Transactions transactions, JdbcClient jdbc, Clock clock) {
        this.organization = organization;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /// @throws ResponseStatusException 404 when what an address names is not there, or not to be seen
    static void require(boolean found) {
        if (!found) {
            throw notFound();
        }
    }

    /// An institution, with the matters that its authority table decides today.
    ///
    /// @param bodies names of posts and committees
    record Place(
            Institution institution,
            LocalDate today,
            List<Institution> institutions,
            List<Rule> rules,
            Map<UUID, String> bodies) {

        Optional<Rule> rule(UUID id) {
            return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
        }

        String decider(Rule rule) {
            return bodies.getOrDefault(
                    switch (rule.decider()) {
                        case Decider.ByPost(var post) -> post.value();
                        case Decider.ByCommittee(var committee) -> committee.value();
                    },
                    "");
        }
    }

    /// @param code blank for the first institution of the scope; empty while there is none
    /// @throws ResponseStatusException 404 for a code that is not in scope
    Optional<Place> find(Caller caller, String code) {
        return transactions.read(caller, () -> {
            var all = organization.institutions();
            if (code.isBlank() && all.isEmpty()) {
                return Optional.empty();
            }
            var chosen = all.stream()
                    .filter(each -> code.isBlank() || each.code().equals(code))
                    .findFirst()
                    .orElseThrow(Places::notFound);
            var today = organization.calendar(chosen.id()).today(clock);
            var rules = organization.rules(chosen.id(), today).stream()
                    .filter(rule -> !rule.decision().equals(EMERGENCY))
                    .toList();
            return Optional.of(new Place(chosen, today, all, rules, bodies()));
        });
    }

    /// @throws ResponseStatusException 404 when the institution is not in scope
    Place of(Caller caller, InstitutionId id) {
        var code = transactions.read(
                caller,
                () -> organization.institution(id).map(Institution::code).orElseThrow(Places::notFound));
        return find(caller, code).orElseThrow(Places::notFound);
    }

    <T> T read(Caller caller, Supplier<T> work) {
        return transactions.read(caller, work);
    }

    private Map<UUID, String> bodies() {
        var names = new HashMap<UUID, String>();
        jdbc.sql("select id, name from organization.bodies_in_scope()").query(row -> {
            names.put(row.getObject("id", UUID.class), row.getString("name"));
        });
        return names;
    }
}
