package io.kuramori.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.Caller;
import io.kuramori.identity.PostHolders;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import io.kuramori.organization.Accounts;
import io.kuramori.organization.Person;
import io.kuramori.organization.PersonId;
import io.kuramori.organization.PostId;
import io.kuramori.organization.internal.AccountLink.Standing;
import io.kuramori.organization.internal.LinkOutcome.Done;
import io.kuramori.organization.internal.LinkOutcome.Refused;
import io.kuramori.organization.internal.LinkOutcome.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who is who: by two administrators, never by an address.
@ExtendWith(KuramoriDatabase.class)
final class AccountLinksTest {

    private static final LocalDate DAY = Group.TODAY;
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final String REASON = "本人が社員証を見せた";

    private KuramoriDatabase.Handle database = KuramoriDatabase.current();
    private Group group;
    private AccountLinks links;
    private UUID first;
    private UUID second;
    private UUID account;
    private PersonId person;
    private PostId post;

    @BeforeEach
    void open() {
        database = KuramoriDatabase.create();
        group = new Group(database.app());
        links = group.the(AccountLinks.class);
        first = account("first@example.jp");
        administrator(first);
        second = account("second@example.jp");
        account = account("taro@example.jp");
        person = person("taro@example.jp");
        post = post(person);
    }

    @AfterEach
    void close() {
        group.close();
        KuramoriDatabase.drop(database);
    }

    @Test
    void anAddressAloneIsNobody() {
        assertThat(posts(account)).isEmpty();
        assertThat(holding()).isEmpty();
        assertThat(links.linkable(as(first)).suggestions())
                .extracting(pair -> pair.account().id())
                .containsExactly(account);
    }

    @Test
    void oneProposesAnotherConfirmsAndItEndsAtOnce() {
        administrator(second);
        var id = done(links.propose(as(first), account, person, REASON));
        assertThat(posts(account)).as("before it is confirmed").isEmpty();
        refused(links.confirm(as(first), id, 1), Rule.SECOND_PERSON);
        refused(links.confirm(as(account), id, 1), Rule.SECOND_PERSON);
        done(links.confirm(as(second), id, 1));

        assertThat(posts(account)).containsExactly(post.value());
        assertThat(holding()).containsExactly(account);
        assertThat(inScope(() -> group.the(Accounts.class).peopleOf(account))).containsExactly(person);
        assertThat(inScope(() -> group.the(Accounts.class).inScope()))
                .extracting(known -> known.account())
                .containsExactly(account);
        refused(links.confirm(as(second), id, 1), Rule.NOT_WAITING);

        done(links.end(as(second), id, 2));
        assertThat(posts(account)).isEmpty();
        assertThat(holding()).isEmpty();
        assertThat(standing(id)).isEqualTo(Standing.ENDED);
    }

    @Test
    void aChangedAddressMovesNothing() {
        administrator(second);
        done(links.confirm(as(second), done(links.propose(as(first), account, person, REASON)), 1));
        var thief = account("thief@example.jp");

        address(account, "elsewhere@example.jp");
        address(thief, "taro@example.jp");
        assertThat(posts(account)).containsExactly(post.value());
        assertThat(posts(thief)).isEmpty();

        var other = person("boss@example.jp");
        var theirs = post(other);
        rename(other, "thief@example.jp");
        address(thief, "thief@example.jp");
        assertThat(posts(thief)).as("the ledger's address set to his own").isEmpty();
        assertThat(inScope(() -> group.the(Accounts.class).holding(theirs, DAY)))
                .isEmpty();
        assertThat(inScope(() -> group.the(Accounts.class).ofSamePerson(thief))).containsExactly(thief);
        assertThat(asBefore("thief@example.jp"))
                .as("the function of the version before")
                .isEmpty();
        assertThat(asBefore("elsewhere@example.jp")).containsExactly(post.value());
    }

    @Test
    void theFirstAdministratorLinksHimselfUntilThereIsASecond() {
        var own = person("first@example.jp");
        assertThat(links.first(as(first), first)).isTrue();
        var id = done(links.propose(as(first), first, own, REASON));
        assertThat(standing(id)).isEqualTo(Standing.HELD);

        var foreign = done(links.propose(as(first), account, person, REASON));
        assertThat(standing(foreign)).as("somebody else's").isEqualTo(Standing.WAITING);

        administrator(second);
        assertThat(links.first(as(first), first)).isFalse();
        var again = done(links.propose(as(first), first, person("again@example.jp"), REASON));
        assertThat(standing(again)).isEqualTo(Standing.WAITING);
        refused(links.confirm(as(first), again, 1), Rule.SECOND_PERSON);
    }

    @Test
    void anEndedLinkStillMakesNoStranger() {
        administrator(second);
        var spare = account("spare@example.jp");
        done(links.confirm(as(second), done(links.propose(as(first), account, person, REASON)), 1));
        var id = done(links.propose(as(first), spare, person, REASON));
        done(links.confirm(as(second), id, 1));
        done(links.end(as(first), id, 2));

        assertThat(posts(spare)).isEmpty();
        assertThat(inScope(() -> group.the(Accounts.class).ofSamePerson(account)))
                .containsExactlyInAnyOrder(account, spare);
    }

    @Test
    void onesOtherAccountIsNoSecondPerson() {
        administrator(second);
        var own = person("first@example.jp");
        var spare = account("spare@example.jp");
        for (var each : Set.of(first, spare)) {
            done(links.confirm(as(second), done(links.propose(as(account), each, own, REASON)), 1));
        }
        var id = done(links.propose(as(first), account, person, REASON));

        refused(links.confirm(as(spare), id, 1), Rule.SECOND_PERSON);
        assertThatThrownBy(() -> write(
                        spare,
                        jdbc -> jdbc.sql("""
                        update organization.account_link set version = 2, state = 'IN_FORCE', decided_by = :by,
                            decided_at = now(), from_at = now() where id = :id""").param("by", spare).param("id", id).update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("confirmed by somebody else");
    }

    @Test
    void whatIsWrongIsRefused() {
        refused(links.propose(as(first), UUID.randomUUID(), person, REASON), Rule.NO_ACCOUNT);
        refused(links.propose(as(first), account, new PersonId(UUID.randomUUID()), REASON), Rule.NO_PERSON);
        refused(links.propose(as(first), account, person, "本人"), Rule.REASON);
        var id = done(links.propose(as(first), account, person, REASON));
        refused(links.propose(as(first), account, person, REASON), Rule.ALREADY);
        done(links.refuse(as(first), id, 1));
        assertThat(standing(id)).isEqualTo(Standing.REFUSED);
        done(links.propose(as(first), account, person, REASON));
    }

    @Test
    void saysWhatComesAndWhatGoes() {
        var committee = UUID.randomUUID();
        write(null, jdbc -> {
            jdbc.sql("""
                            insert into organization.committee (id, institution_id, code, version, name, level, quorum)
                            values (:id, :at, 'C-1', 1, 'リスク管理委員会', 'management', 1)""").param("id", committee).param("at", at()).update();
            jdbc.sql("""
                            insert into organization.committee_member (id, institution_id, version, committee_id,
                                                                       post_id, role, valid_from)
                            values (uuidv7(), :at, 1, :committee, :post, 'chair', '2026-01-01')""")
                    .param("at", at())
                    .param("committee", committee)
                    .param("post", post.value())
                    .update();
            edition(jdbc, committee);
        });
        var effect = links.effect(as(first), account, person);
        assertThat(effect.posts()).hasSize(1);
        assertThat(effect.seats()).extracting(seat -> seat.committee()).containsExactly("リスク管理委員会");
        assertThat(effect.powers())
                .extracting(power -> power.matter(), power -> power.alone())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("risk.acceptance", false),
                        org.assertj.core.groups.Tuple.tuple("vulnerability.exception", true));

        assertThat(links.effect(as(first), account, person("nobody@example.jp")).nothing())
                .isTrue();
    }

    @Nested
    class TheDatabaseItself {

        @Test
        void takesNoLinkThatOnePersonMakes() {
            administrator(second);
            assertThatThrownBy(() -> insert(first, account, "FIRST")).hasMessageContaining("second person");
            assertThatThrownBy(() -> insert(first, first, "FIRST")).hasMessageContaining("second person");
            assertThatThrownBy(() -> insert(first, account, "MIGRATED")).isInstanceOf(DataAccessException.class);
        }

        @Test
        void changesAndForgetsNothing() {
            var id = done(links.propose(as(first), account, person, REASON));
            assertThatThrownBy(() -> write(
                            first,
                            jdbc -> jdbc.sql("""
                            update organization.account_link set version = 2, account_id = :other where id = :id""")
                                    .param("other", second)
                                    .param("id", id)
                                    .update()))
                    .hasMessageContaining("does not change");
            assertThatThrownBy(() -> write(
                            first,
                            jdbc -> jdbc.sql("delete from organization.account_link")
                                    .update()))
                    .isInstanceOf(DataAccessException.class);
        }

        private void insert(UUID by, UUID whose, String basis) {
            write(
                    by,
                    jdbc -> jdbc.sql("""
                            insert into organization.account_link (id, institution_id, version, account_id, person_id,
                                basis, state, reason, asked_by, asked_at, from_at)
                            values (uuidv7(), :at, 1, :whose, :person, :basis, 'IN_FORCE', 'x',
                                case when :basis = 'FIRST' then :by end, now(), now())""")
                            .param("at", at())
                            .param("whose", whose)
                            .param("person", person.value())
                            .param("basis", basis)
                            .param("by", by)
                            .update());
        }
    }

    private void edition(JdbcClient jdbc, UUID committee) {
        var table = UUID.randomUUID();
        jdbc.sql("""
                        insert into organization.authority_table (id, institution_id, version, edition, title,
                                                                  effective_from)
                        values (:id, :at, 1, 1, '権限表', '2026-04-01')""").param("id", table).param("at", at()).update();
        jdbc.sql("""
                        insert into organization.authority_rule (id, institution_id, version, table_id, decision,
                                                                 article, post_id, committee_id)
                        values (uuidv7(), :at, 1, :table, 'vulnerability.exception', '第12条', :post, null),
                               (uuidv7(), :at, 1, :table, 'risk.acceptance', '第14条', null, :committee)""")
                .param("at", at())
                .param("table", table)
                .param("post", post.value())
                .param("committee", committee)
                .update();
        jdbc.sql("""
                        update organization.authority_table
                        set version = 2, adopted_on = '2026-04-01', adopted_by = '取締役会' where id = :id""").param("id", table).update();
    }

    private UUID at() {
        return group.root.id().value();
    }

    private Caller as(UUID actor) {
        return new Caller(new Actor(actor, Actor.Kind.PERSON, Actor.Strength.STEP_UP), "管理者", Set.of(group.root.id()));
    }

    private Set<UUID> posts(UUID who) {
        return inScope(() -> group.the(PostHolders.class).heldBy(who, NOW));
    }

    private Set<UUID> holding() {
        return inScope(() -> group.the(Accounts.class).holding(post, DAY));
    }

    private Set<UUID> asBefore(String address) {
        return inScope(() -> group.jdbc()
                .sql("select organization.posts_held(:address, now())")
                .param("address", address)
                .query(UUID.class)
                .set());
    }

    private <T> T inScope(java.util.function.Supplier<T> work) {
        return group.the(Transactions.class).read(as(first), work);
    }

    private Standing standing(UUID id) {
        return links.find(as(first), id).orElseThrow().standing(NOW);
    }

    private static UUID done(LinkOutcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).id();
    }

    private static void refused(LinkOutcome outcome, Rule rule) {
        assertThat(outcome).isEqualTo(new Refused(rule));
    }

    private void write(@Nullable UUID actor, Consumer<JdbcClient> work) {
        var caller = actor == null ? new Caller(Actor.KURAMORI, "蔵守", Set.of(group.root.id())) : as(actor);
        group.the(Transactions.class).write(caller, "試し", () -> {
            work.accept(group.jdbc());
            return true;
        });
    }

    private UUID account(String email) {
        var id = UUID.randomUUID();
        write(null, jdbc -> jdbc.sql("""
                        insert into identity.account (id, version, email, name, password_hash, password_set_at)
                        values (:id, 1, :email, :email, '', now())""").param("id", id).param("email", email).update());
        return id;
    }

    private void administrator(UUID who) {
        write(null, jdbc -> jdbc.sql("""
                        insert into identity.role (id, version, account_id, role, valid_from)
                        values (uuidv7(), 1, :who, 'ADMINISTRATOR', now())""").param("who", who).update());
    }

    private void address(UUID who, String email) {
        write(
                null,
                jdbc -> jdbc.sql("update identity.account set version = version + 1, email = :email where id = :who")
                        .param("email", email)
                        .param("who", who)
                        .update());
    }

    private void rename(PersonId who, String email) {
        var now = group.the(People.class).find(group.caller, who).orElseThrow();
        group.the(People.class)
                .save(
                        group.caller,
                        "訂正",
                        new Person(
                                who, now.institution(), 1, now.code(), now.name(), now.reading(), email, null, null));
    }

    private PersonId person(String email) {
        var id = new PersonId(UUID.randomUUID());
        group.the(People.class)
                .save(
                        group.caller,
                        "入行",
                        new Person(id, group.root.id(), 0, "E-" + email, "職員", "しょくいん", email, null, null));
        return id;
    }

    private PostId post(PersonId holder) {
        var id = new PostId(UUID.randomUUID());
        write(null, jdbc -> {
            jdbc.sql("""
                            insert into organization.post (id, institution_id, code, version, name)
                            values (:id, :at, cast(:id as text), 1, '部長')""").param("id", id.value()).param("at", at()).update();
            jdbc.sql("""
                            insert into organization.appointment (id, institution_id, version, person_id, post_id, kind,
                                                                  valid_from)
                            values (uuidv7(), :at, 1, :person, :post, 'concurrent', '2026-01-01')""")
                    .param("at", at())
                    .param("person", holder.value())
                    .param("post", id.value())
                    .update();
        });
        return id;
    }
}
