package io.kuramori.asset.systems;

import static io.kuramori.asset.RoomsContext.BANK;
import static io.kuramori.asset.RoomsContext.BANK_POST;
import static io.kuramori.asset.RoomsContext.LEASING;
import static io.kuramori.asset.RoomsContext.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.asset.BulkPick;
import io.kuramori.asset.Exposure;
import io.kuramori.asset.RoomsContext;
import io.kuramori.asset.systems.BulkResult.Left;
import io.kuramori.asset.systems.BulkResult.Why;
import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.History;
import io.kuramori.shell.Problem;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(KuramoriDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SystemBulkIT {

    private static final Caller BANKER = caller("山田", BANK);
    private static final Caller GROUP = caller("鈴木", BANK, LEASING);

    private RoomsContext rooms;
    private SystemLedger ledger;
    private SystemBulk bulk;
    private SystemRepository systems;
    private Transactions transactions;

    @BeforeAll
    void open() {
        rooms = new RoomsContext();
        ledger = rooms.bean(SystemLedger.class);
        bulk = rooms.bean(SystemBulk.class);
        systems = rooms.bean(SystemRepository.class);
        transactions = rooms.bean(Transactions.class);
    }

    @AfterAll
    void close() {
        rooms.close();
    }

    @Test
    void confirmsWhatWasSeenAndLeavesWhatHasMovedOn() {
        var fresh = add(BANK, "確認する");
        var moved = add(BANK, "動いた");
        var retired = add(BANK, "廃止済み");
        var foreign = add(LEASING, "よそ");
        ledger.change(BANKER, moved.id(), 1, details("動いた 改"), "改称");
        ledger.retire(BANKER, retired.id(), 1, true, "廃止");

        var result = bulk.run(
                BANKER,
                new BulkAct.Confirm(),
                picks(pick(fresh, 1), pick(moved, 1), pick(retired, 2), pick(foreign, 1)),
                "年次確認");

        assertThat(result.changed()).isEqualTo(1);
        assertThat(result.left()).extracting(Left::why).containsExactlyInAnyOrder(Why.STALE, Why.RETIRED, Why.GONE);
        assertThat(result.left())
                .filteredOn(left -> left.why() == Why.GONE)
                .singleElement()
                .satisfies(left ->
                        assertThat(left.code() + left.name() + left.path()).isEmpty());
        assertThat(now(fresh).confirmedOn()).hasToString("2026-11-24");
        assertThat(now(moved).confirmedOn()).isNull();
        assertThat(transactions.read(
                        GROUP, () -> systems.find(foreign.id()).orElseThrow().version()))
                .isEqualTo(1);
        var history = transactions.read(
                BANKER, () -> rooms.bean(History.class).of("system", fresh.id().value()));
        assertThat(history).extracting(change -> change.reason()).containsExactly("年次確認", "新規登録");
    }

    @Test
    void anOwnerInScopeIsSetOnceAndOneOutOfScopeChangesNothing() {
        var one = add(BANK, "所管替え");
        var other = add(LEASING, "リース側");
        var act = new BulkAct.Own(BANK_POST);

        assertThat(bulk.run(BANKER, act, picks(pick(one, 1)), "異動").changed()).isEqualTo(1);
        assertThat(now(one).details().ownerPost()).isEqualTo(BANK_POST);
        assertThat(bulk.run(BANKER, act, picks(pick(one, 2)), "異動").left())
                .extracting(Left::why)
                .containsExactly(Why.UNCHANGED);

        var leaser = caller("佐藤", LEASING);
        assertThatThrownBy(() -> bulk.run(leaser, act, picks(pick(other, 1)), "越権"))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> bulk.run(BANKER, new BulkAct.Own(UUID.randomUUID()), picks(pick(one, 2)), "誤り"))
                .isInstanceOf(Problem.class);
        assertThat(now(one).version()).isEqualTo(2);
    }

    @Test
    void retiringIsOneVersionAndASecondTimeChangesNothing() {
        var one = add(BANK, "たたむ一");
        var two = add(BANK, "たたむ二");
        assertThat(bulk.run(BANKER, new BulkAct.Retire(), picks(pick(one, 1), pick(two, 1)), "統合")
                        .changed())
                .isEqualTo(2);
        assertThat(now(one).retired() && now(two).retired()).isTrue();
        var again = bulk.run(BANKER, new BulkAct.Retire(), picks(pick(one, 1), pick(two, 2)), "統合");
        assertThat(again.changed()).isZero();
        assertThat(again.left()).extracting(Left::why).containsExactlyInAnyOrder(Why.STALE, Why.UNCHANGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", ":1", "not-an-id:1", "0193b000-0000-7000-8000-000000000001:", "x:y:z"})
    void rowsThatCannotBeReadAreRefused(String row) {
        assertThatThrownBy(() -> BulkPick.read(List.of(row))).isInstanceOf(Problem.class);
    }

    @Test
    void noneAndTooManyAreRefusedAndTheSameRowCountsOnce() {
        assertThatThrownBy(() -> BulkPick.read(List.of())).isInstanceOf(Problem.class);
        var many = IntStream.rangeClosed(0, BulkPick.MOST)
                .mapToObj(i -> UUID.randomUUID() + ":1")
                .collect(Collectors.toList());
        assertThatThrownBy(() -> BulkPick.read(many)).isInstanceOf(Problem.class);
        String row = UUID.randomUUID() + ":1";
        assertThat(BulkPick.read(List.of(row, row))).hasSize(1);
    }

    private SystemRecord add(InstitutionId institution, String name) {
        return ledger.add(GROUP, institution, null, details(name), "新規登録");
    }

    private SystemRecord now(SystemRecord system) {
        return transactions.read(GROUP, () -> systems.find(system.id()).orElseThrow());
    }

    private static String pick(SystemRecord system, int version) {
        return system.id().value() + ":" + version;
    }

    private static List<BulkPick> picks(String... rows) {
        return BulkPick.read(List.of(rows));
    }

    private static SystemDetails details(String name) {
        return new SystemDetails(
                name,
                null,
                SystemKind.INFORMATION_SYSTEM,
                null,
                null,
                null,
                new Rating(2, 2, 2, false),
                Exposure.NONE,
                null,
                null,
                null);
    }
}
