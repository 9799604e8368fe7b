package io.kuramori.identity.rights;

import static io.kuramori.identity.rights.RightsOnly.LEFT;
import static io.kuramori.identity.rights.RightsOnly.LOW;
import static io.kuramori.identity.rights.RightsOnly.RIGHT;
import static io.kuramori.identity.rights.RightsOnly.TOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Right;
import io.kuramori.identity.Role;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A random walk of requests, confirmations, refusals, ends, emergencies and time, and of writes around the services,
/// against the model: after every step somebody's rights are those of the model, and nobody ever gave himself anything.
@ExtendWith(KuramoriDatabase.class)
class RightsWalkTest {

    private static final int ACCOUNTS = 7;
    private static final List<Role> ROLES = List.of(Role.values());
    private static final String REASON = "人事異動による役割の変更";

    private final RightsModel model = new RightsModel();
    private final List<UUID> accounts = new ArrayList<>();

    @Test
    void nobodyEverHasMoreThanTheModelSays(TestReporter reporter) {
        walk(2_000, reporter);
    }

    @Test
    @Tag("full")
    void norInAMillionSteps(TestReporter reporter) {
        walk(1_000_000, reporter);
    }

    private void walk(int steps, TestReporter reporter) {
        long seed = Long.getLong("kuramori.seed", System.nanoTime());
        reporter.publishEntry("kuramori.seed", Long.toString(seed));
        var random = new Random(seed);
        try (var house = new RightsOnly()) {
            for (int i = 0; i < ACCOUNTS; i++) {
                accounts.add(house.account(i));
            }
            setUp(house);
            for (int step = 0; step < steps; step++) {
                var where = "step " + step + " of -Dkuramori.seed=" + seed;
                step(house, random, where);
                compare(house, accounts.get(random.nextInt(ACCOUNTS)), where);
                forget(step);
            }
            nobodyGaveHimselfAnything(house);
        }
    }

    private void setUp(RightsOnly house) {
        for (Role role : List.of(Role.ADMINISTRATOR, Role.SECURITY_OFFICE)) {
            house.give(accounts.getFirst(), role.name());
        }
        house.the(RoleRepository.class).all(house.now()).forEach(grant -> {
            var order = new GrantOrder(grant.account(), grant.role(), null, grant.from(), null, "");
            model.grants.add(new RightsModel.Held(grant.id(), order, null, grant.from(), "IN_FORCE"));
        });
    }

    private void step(RightsOnly house, Random random, String where) {
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> request(house, random, where);
            case 4, 5, 6 -> decide(house, random, random.nextInt(4) > 0, where);
            case 7 -> end(house, random, where);
            case 8 -> open(house, random, where);
            case 9 -> endEmergency(house, random, where);
            case 10 -> around(house, random, where);
            default -> house.pass(Duration.ofMinutes(random.nextInt(60 * 24 * 2)));
        }
    }

    private void request(RightsOnly house, Random random, String where) {
        var asker = someone(random);
        var from = house.now().plus(Duration.ofHours(random.nextInt(96) - 48));
        var order = new GrantOrder(
                someone(random),
                ROLES.get(random.nextInt(ROLES.size())),
                place(random),
                from,
                random.nextInt(3) == 0 ? null : from.plus(Duration.ofHours(random.nextInt(24 * 120) - 24)),
                REASON);
        var expected = model.againstRequest(asker, order, house.now());

        var outcome = house.the(Grants.class).request(house.caller(asker), order);

        assertThat(rule(outcome))
                .as("request %s by %s, %s", order, asker, where)
                .isEqualTo(expected);
        if (outcome instanceof Outcome.Done(var id)) {
            model.request(id, asker, order, house.now());
        }
    }

    private void decide(RightsOnly house, Random random, boolean yes, String where) {
        var waiting = model.grants.stream()
                .filter(held -> held.state.equals("REQUESTED"))
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        var held = waiting.get(random.nextInt(waiting.size()));
        var who = someone(random);
        var expected = model.againstDecision(who, held, yes, house.now());

        var grants = house.the(Grants.class);
        var outcome = yes
                ? grants.confirm(house.caller(who), held.id, held.version)
                : grants.refuse(house.caller(who), held.id, held.version);

        assertThat(rule(outcome)).as("decision of %s, %s", who, where).isEqualTo(expected);
        if (expected == null) {
            held.state = yes ? "IN_FORCE" : "REFUSED";
            held.version++;
        }
    }

    private void end(RightsOnly house, Random random, String where) {
        var held = model.grants.get(random.nextInt(model.grants.size()));
        var who = someone(random);
        var expected = model.againstEnd(who, held, house.now());

        var outcome = house.the(Grants.class).end(house.caller(who), held.id, held.version);

        assertThat(rule(outcome)).as("end by %s, %s", who, where).isEqualTo(expected);
        if (expected == null) {
            held.state = "REVOKED";
            held.version++;
        }
    }

    private void open(RightsOnly house, Random random, String where) {
        var who = someone(random);
        var root = place(random);
        var role = random.nextInt(3) == 0 ? null : Emergencies.ROLES.get(random.nextInt(2));
        int hours = 1 + random.nextInt(9);
        Outcome.@Nullable Rule expected = !model.covers(who, Right.BREAK_GLASS, root, house.now())
                ? Outcome.Rule.OUT_OF_REACH
                : hours > 8 ? Outcome.Rule.TOO_LONG : null;

        var outcome = house.the(Emergencies.class).open(house.caller(who), role, root, REASON, hours);

        assertThat(rule(outcome)).as("emergency of %s, %s", who, where).isEqualTo(expected);
        if (outcome instanceof Outcome.Done(var id)) {
            model.glasses.add(
                    new RightsModel.Glass(id, who, role, root, house.now().plus(Duration.ofHours(hours))));
        }
    }

    private void endEmergency(RightsOnly house, Random random, String where) {
        if (model.glasses.isEmpty()) {
            return;
        }
        var glass = model.glasses.get(random.nextInt(model.glasses.size()));
        var who = someone(random);
        Outcome.@Nullable Rule expected = !glass.open(house.now())
                ? Outcome.Rule.NOT_WAITING
                : who.equals(glass.account) || model.covers(who, Right.GRANT_ROLES, glass.root, house.now())
                        ? null
                        : Outcome.Rule.OUT_OF_REACH;

        var outcome = house.the(Emergencies.class).end(house.caller(who), glass.id, 1);

        assertThat(rule(outcome))
                .as("end of an emergency by %s, %s", who, where)
                .isEqualTo(expected);
        glass.ended |= expected == null;
    }

    /// Writes past the services, as code that forgot to ask would: the database refuses.
    private void around(RightsOnly house, Random random, String where) {
        var who = someone(random);
        var caller = house.caller(who);
        var other = accounts.get((accounts.indexOf(who) + 1) % accounts.size());
        var waiting = model.grants.stream()
                .filter(held -> held.state.equals("REQUESTED"))
                .findFirst();
        String sql = switch (random.nextInt(5)) {
            case 0 -> insert(who, "SYSTEM_OWNER", who);
            case 1 -> insert(other, "CISO", who);
            case 2 -> insert(other, "SYSTEM_OWNER", other);
            case 3 ->
                "update identity.role set version = version + 1, state = 'IN_FORCE', decided_by = requested_by,"
                        + " decided_at = now() where state = 'REQUESTED' and id = '"
                        + waiting.map(held -> held.id).orElse(UUID.randomUUID()) + "'";
            default ->
                "update identity.role set version = version + 1, account_id = '" + who + "' where account_id = '"
                        + other + "'";
        };
        int before = rows(house);
        int changed = 0;
        try {
            changed = house.the(io.kuramori.identity.Transactions.class)
                    .write(
                            caller,
                            "test",
                            () -> house.the(JdbcClient.class).sql(sql).update());
        } catch (DataAccessException refused) {
            assertThat(refused.getMostSpecificCause()).isInstanceOf(SQLException.class);
        }
        assertThat(changed).as("%s by %s, %s", sql, who, where).isZero();
        assertThat(rows(house)).as(where).isEqualTo(before);
    }

    private static String insert(UUID account, String role, UUID asker) {
        return "insert into identity.role (id, version, account_id, role, valid_from, requested_by, requested_at)"
                + " values (uuidv7(), 1, '" + account + "', '" + role + "', now(), '" + asker + "', now())";
    }

    private static int rows(RightsOnly house) {
        return house.the(JdbcClient.class)
                .sql("select count(*) from identity.role")
                .query(Integer.class)
                .single();
    }

    private void compare(RightsOnly house, UUID account, String where) {
        var rights = house.the(RightsNow.class).of(account);
        for (Right right : Right.values()) {
            assertThat(rights.reach(right).every())
                    .as("%s of %s, %s", right, account, where)
                    .isEqualTo(model.places(account, right, house.now()));
        }
        for (InstitutionId institution : RightsOnly.ALL) {
            assertThat(rights.opened().contains(institution))
                    .as("restricted records of %s for %s, %s", institution, account, where)
                    .isEqualTo(model.opened(account, institution, house.now()));
        }
    }

    /// Keeps a long walk's memory, and the time of a step, bounded: what is over for good is dropped now and then.
    private void forget(int step) {
        if (step % 500 == 499) {
            model.grants.removeIf(held ->
                    held.role != Role.ADMINISTRATOR && (held.state.equals("REFUSED") || held.state.equals("REVOKED")));
            model.glasses.removeIf(glass -> glass.ended);
        }
    }

    private static void nobodyGaveHimselfAnything(RightsOnly house) {
        assertThat(house.the(JdbcClient.class).sql("""
                                select count(*) from identity.role
                                where account_id in (requested_by, decided_by)
                                   or (state = 'IN_FORCE' and decided_by = requested_by)
                                   or (state in ('IN_FORCE', 'REVOKED') and requested_by is not null
                                       and decided_by is null and identity.needs_second_person(role)
                                       and role <> 'ADMINISTRATOR')
                                """).query(Integer.class).single())
                .isZero();
        assertThat(house.the(JdbcClient.class).sql("""
                                select count(*) from identity.role
                                where role = 'ADMINISTRATOR' and requested_by is not null and decided_by is null
                                  and state in ('IN_FORCE', 'REVOKED')
                                """).query(Integer.class).single())
                .as("only the second administrator came without a second person")
                .isLessThanOrEqualTo(1);
    }

    private UUID someone(Random random) {
        // The one who can do most acts most often, or little would happen.
        return random.nextInt(3) == 0 ? accounts.getFirst() : accounts.get(random.nextInt(ACCOUNTS));
    }

    private static @Nullable InstitutionId place(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> TOP;
            case 1 -> LEFT;
            case 2 -> RIGHT;
            case 3 -> LOW;
            default -> null;
        };
    }

    private static Outcome.@Nullable Rule rule(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> null;
            case Outcome.Refused(var rule) -> rule;
        };
    }
}
