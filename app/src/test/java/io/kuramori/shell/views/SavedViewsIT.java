package io.kuramori.shell.views;

import static io.kuramori.asset.RoomsContext.BANK;
import static io.kuramori.asset.RoomsContext.LEASING;
import static io.kuramori.asset.RoomsContext.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.asset.RoomsContext;
import io.kuramori.database.KuramoriDatabase;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.StaleRecord;
import io.kuramori.shell.ListColumn;
import io.kuramori.shell.ListColumn.Order;
import io.kuramori.shell.ListQuery;
import io.kuramori.shell.ListShape;
import io.kuramori.shell.Problem;
import io.kuramori.shell.SavedView;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(KuramoriDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SavedViewsIT {

    private static final Caller YAMADA = caller("山田", BANK);
    private static final Caller SATO = caller("佐藤", BANK);
    private static final Caller SUZUKI = caller("鈴木", LEASING);
    private static final String UPDATE =
            "update shell.saved_view set version = version + 1, name = '書換' where id = :id";

    private RoomsContext rooms;
    private StoredViews views;
    private Transactions transactions;

    @BeforeAll
    void open() {
        rooms = new RoomsContext(ViewRepository.class, StoredViews.class);
        views = rooms.bean(StoredViews.class);
        transactions = rooms.bean(Transactions.class);
    }

    @AfterAll
    void close() {
        rooms.close();
    }

    @Test
    void aPersonalViewIsSeenByItsOwnerAloneAndASharedOneInItsInstitution() {
        var list = list("/own");
        save(YAMADA, list, "?q=勘定&cols=name", "自分用", false);
        save(YAMADA, list, "?stale=1", "部の確認", true);

        assertThat(names(YAMADA, list)).containsExactly("自分用", "部の確認");
        assertThat(names(SATO, list)).containsExactly("部の確認");
        assertThat(names(SUZUKI, list)).isEmpty();
        assertThat(of(YAMADA, list).getFirst().address()).isEqualTo("/own?cols=name&q=%E5%8B%98%E5%AE%9A");
        assertThat(of(SATO, list).getFirst().mine()).isFalse();
    }

    @Test
    void theDatabaseItselfHidesAndKeepsAnothersViews() {
        var list = list("/guarded");
        save(YAMADA, list, "?q=x", "秘密", false);
        save(YAMADA, list, "?q=y", "共有", true);
        var mine = of(YAMADA, list);
        var jdbc = rooms.bean(JdbcClient.class);

        assertThat(transactions.write(
                        SATO,
                        "試み",
                        () -> jdbc.sql(UPDATE).param("id", mine.get(0).id()).update()))
                .isZero();
        assertThat(transactions.write(
                        SATO,
                        "試み",
                        () -> jdbc.sql(UPDATE).param("id", mine.get(1).id()).update()))
                .isZero();
        assertThatThrownBy(() -> transactions.write(
                        SATO,
                        "試み",
                        () -> jdbc.sql("""
                                        insert into shell.saved_view
                                            (id, institution_id, version, owner_id, path, name, query, shared)
                                        values (uuidv7(), :bank, 1, :owner, '/guarded', '偽', '', true)
                                        """)
                                .param("bank", BANK.value())
                                .param("owner", YAMADA.actor().id())
                                .update()))
                .isInstanceOf(DataAccessException.class);
        assertThat(transactions.read(
                        SATO,
                        () -> jdbc.sql("select count(*) from shell.saved_view_history where row ->> 'name' = '秘密'")
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void theSameNameReplacesRenamingAndRemovingAreVersions() {
        var list = list("/kept");
        save(YAMADA, list, "?q=a", "一", false);
        save(YAMADA, list, "?q=b", " 一 ", false);
        save(YAMADA, list, "?q=c", "二", false);
        var first = of(YAMADA, list).getFirst();
        assertThat(first.version()).isEqualTo(2);
        assertThat(first.address()).isEqualTo("/kept?q=b");

        assertThatThrownBy(() -> views.rename(YAMADA, list, first.id(), 2, "二")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> views.rename(YAMADA, list, first.id(), 1, "三")).isInstanceOf(StaleRecord.class);
        assertThatThrownBy(() -> views.rename(SATO, list, first.id(), 2, "三")).isInstanceOf(Problem.class);
        views.rename(YAMADA, list, first.id(), 2, "三");
        assertThat(names(YAMADA, list)).containsExactlyInAnyOrder("三", "二");

        assertThatThrownBy(() -> views.remove(SATO, first.id(), 3)).isInstanceOf(StaleRecord.class);
        views.remove(YAMADA, first.id(), 3);
        assertThatThrownBy(() -> views.remove(YAMADA, first.id(), 4)).isInstanceOf(StaleRecord.class);
        assertThatThrownBy(() -> views.remove(YAMADA, UUID.randomUUID(), 1)).isInstanceOf(StaleRecord.class);
        assertThat(names(YAMADA, list)).containsExactly("二");
    }

    @Test
    void whatCannotBeKeptIsRefusedWithAReason() {
        var list = list("/refused");
        refused("shell.views.name.error", () -> save(YAMADA, list, "", "  ", false));
        refused("shell.views.name.error", () -> save(YAMADA, list, "", "長".repeat(81), false));
        refused("shell.views.long", () -> save(YAMADA, list, "?q=" + "長".repeat(700), "長い条件", false));
        refused("shell.views.nowhere", () -> save(caller("だれでもない"), list, "", "宙", false));
        for (int i = 0; i < 50; i++) {
            save(SATO, list, "", "表示" + i, false);
        }
        refused("shell.views.many", () -> save(SATO, list, "", "五十一", false));
        assertThat(names(YAMADA, list)).isEmpty();
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.detailKey()).isEqualTo(key));
    }

    private void save(Caller caller, ListShape list, String query, String name, boolean shared) {
        views.save(caller, ListQuery.parse(list, query), name, shared);
    }

    private List<SavedView> of(Caller caller, ListShape list) {
        return transactions.read(caller, () -> views.of(caller, list));
    }

    private List<String> names(Caller caller, ListShape list) {
        return of(caller, list).stream().map(SavedView::name).toList();
    }

    private static ListShape list(String path) {
        return new ListShape(
                path,
                List.of("q", "stale"),
                List.of(ListColumn.text("code", "c").sorted(Order.ASCENDING), ListColumn.text("name", "n")),
                "code");
    }
}
