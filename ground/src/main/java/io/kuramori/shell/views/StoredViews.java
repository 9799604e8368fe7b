package io.kuramori.shell.views;

import com.fasterxml.uuid.Generators;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.StaleRecord;
import io.kuramori.shell.ListQuery;
import io.kuramori.shell.ListShape;
import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
import io.kuramori.shell.SavedView;
import io.kuramori.shell.SavedViews;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Saved views in the database. A view belongs to one institution, so that its history stays there, and to the account
/// that saved it.
@Service
class StoredViews implements SavedViews {

    static final String KIND = "shell.saved-view";

    private static final int NAME = 80;
    private static final int QUERY = 2_000;
    /// Views of one list that a person may keep.
    private static final int MOST = 50;

    private final ViewRepository views;
    private final Transactions transactions;

    StoredViews(ViewRepository views, Transactions transactions) {
        this.views = views;
        this.transactions = transactions;
    }

    @Override
    public List<SavedView> of(Caller caller, ListShape list) {
        return views.of(list.path()).stream()
                .map(view -> new SavedView(
                        view.id(),
                        view.version(),
                        view.name(),
                        ListQuery.parse(list, view.query()).first(),
                        view.shared(),
                        mine(view, caller),
                        view.ownerName()))
                .toList();
    }

    /// Keeps a view. One of the caller's own with the same name and reach is replaced.
    void save(Caller caller, ListQuery query, String name, boolean shared) {
        String tidy = name(name);
        String kept = query.saved();
        if (kept.length() > QUERY) {
            throw new Problem(ProblemType.INVALID, "shell.views.long");
        }

        transactions.write(caller, "一覧の表示を保存", () -> {
            var own = views.of(query.shape().path()).stream()
                    .filter(view -> mine(view, caller))
                    .toList();
            var same = own.stream()
                    .filter(view -> view.name().equals(tidy) && view.shared() == shared)
                    .findFirst();
            if (same.isPresent()) {
                settled(
                        views.update(
                                same.get().id(),
                                same.get().version(),
                                caller.actor().id(),
                                tidy,
                                kept),
                        same.get().id());
                return true;
            }
            if (own.size() >= MOST) {
                throw new Problem(ProblemType.INVALID, "shell.views.many", MOST);
            }
            views.insert(
                    Generators.timeBasedEpochGenerator().generate(),
                    institution(query),
                    caller.actor().id(),
                    query.shape().path(),
                    tidy,
                    kept,
                    shared);
            return true;
        });
    }

    void rename(Caller caller, ListShape list, UUID id, int version, String name) {
        String tidy = name(name);
        transactions.write(caller, "一覧の表示の名前を変更", () -> {
            var own = views.of(list.path()).stream()
                    .filter(view -> mine(view, caller))
                    .toList();
            var renamed = own.stream()
                    .filter(view -> view.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "shell.views.gone"));
            if (own.stream()
                    .anyMatch(view ->
                            !view.id().equals(id) && view.name().equals(tidy) && view.shared() == renamed.shared())) {
                throw new Problem(ProblemType.INVALID, "shell.views.taken");
            }
            settled(views.update(id, version, caller.actor().id(), tidy, renamed.query()), id);
            return true;
        });
    }

    void remove(Caller caller, UUID id, int version) {
        transactions.write(caller, "一覧の表示を削除", () -> {
            settled(views.retire(id, version, caller.actor().id()), id);
            return true;
        });
    }

    /// The institution that the view is narrowed to, else the first in scope.
    private UUID institution(ListQuery query) {
        var known = views.institutions();
        UUID asked = query.read("institution", UUID::fromString);
        if (asked != null && known.contains(asked)) {
            return asked;
        }
        return known.stream().findFirst().orElseThrow(() -> new Problem(ProblemType.INVALID, "shell.views.nowhere"));
    }

    private static boolean mine(View view, Caller caller) {
        return view.owner().equals(caller.actor().id());
    }

    private static void settled(boolean done, UUID id) {
        if (!done) {
            throw new StaleRecord(KIND, id);
        }
    }

    private static String name(String typed) {
        String name = typed.strip();
        if (name.isEmpty() || name.length() > NAME) {
            throw new Problem(ProblemType.INVALID, "shell.views.name.error", NAME);
        }
        return name;
    }
}
