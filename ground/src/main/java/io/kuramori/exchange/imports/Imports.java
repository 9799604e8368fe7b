package io.kuramori.exchange.imports;

import com.fasterxml.uuid.Generators;
import io.kuramori.exchange.Change;
import io.kuramori.exchange.Line;
import io.kuramori.exchange.Parsed;
import io.kuramori.exchange.Row;
import io.kuramori.exchange.Sheet;
import io.kuramori.exchange.grid.GridFiles;
import io.kuramori.exchange.grid.Unreadable;
import io.kuramori.exchange.imports.ImportRepository.Touched;
import io.kuramori.exchange.reading.CellReader;
import io.kuramori.exchange.reading.Digests;
import io.kuramori.exchange.reading.Mapping;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Takes files in: upload, preview, all or nothing, and back again within a day.
@Service
public final class Imports {

    private static final Duration UNDO = Duration.ofDays(1);
    private static final int NAMED = 20;

    private final Transactions transactions;
    private final ImportRepository repository;
    private final Drafts drafts;
    private final Clock clock;

    Imports(Transactions transactions, ImportRepository repository, Drafts drafts, Clock clock) {
        this.transactions = transactions;
        this.repository = repository;
        this.drafts = drafts;
        this.clock = clock;
    }

    /// Keeps a file for its preview.
    ///
    /// @throws Unreadable when it is no workbook and no CSV; nothing is kept then
    public UUID upload(Caller caller, Sheet<?> sheet, String fileName, byte[] bytes) throws Unreadable {
        var name = shortName(fileName);
        GridFiles.open(name, bytes);

        var id = Generators.timeBasedEpochGenerator().generate();
        var upload = new Upload(id, caller.actor().id(), sheet.kind(), name, Digests.sha256(bytes), bytes, null);
        return transactions.write(caller, "取込の準備: " + name, () -> {
            repository.deleteUploads(clock.instant().minus(UNDO));
            repository.insert(caller, upload, clock.instant());
            return id;
        });
    }

    /// What the file would change, by the mapping chosen, remembered or proposed; empty when the caller has no such
    /// upload.
    public <R> Optional<Draft<R>> draft(Caller caller, Sheet<R> sheet, UUID upload, Locale locale) {
        return transactions.read(
                caller,
                () -> repository
                        .upload(caller, upload)
                        .filter(each -> each.kind().equals(sheet.kind()))
                        .map(each -> drafts.draft(caller, sheet, each, locale)));
    }

    /// Chooses another table or other columns.
    public void map(Caller caller, UUID upload, Mapping mapping) {
        transactions.write(caller, "列の対応付け", () -> {
            repository.upload(caller, upload).ifPresent(each -> repository.map(each.id(), mapping));
            return true;
        });
    }

    /// Carries out what the preview with that token showed, or nothing.
    public <R> Applied apply(Caller caller, Sheet<R> sheet, UUID uploadId, String token, Locale locale) {
        var name = transactions.read(
                caller, () -> repository.upload(caller, uploadId).map(Upload::fileName));
        if (name.isEmpty()) {
            return new Applied.LookAgain();
        }

        return transactions.write(caller, "取込: " + name.get(), () -> {
            var upload = repository.upload(caller, uploadId).orElseThrow();
            var draft = drafts.draft(caller, sheet, upload, locale);
            if (!draft.plan().ready() || !draft.plan().token().equals(token)) {
                return new Applied.LookAgain();
            }
            return new Applied.Done(apply(caller, sheet, upload, draft));
        });
    }

    private <R> UUID apply(Caller caller, Sheet<R> sheet, Upload upload, Draft<R> draft) {
        var plan = draft.plan();
        var before = lines(sheet);
        sheet.apply(plan.entries().stream().map(Imports::change).toList());

        var id = Generators.timeBasedEpochGenerator().generate();
        repository.insert(
                caller,
                new Import(
                        id,
                        1,
                        sheet.kind(),
                        upload.fileName(),
                        (int) plan.added(),
                        (int) plan.changed(),
                        plan.unchanged(),
                        clock.instant(),
                        null),
                upload.sha256());
        repository.insert(id, touched(sheet, before));
        draft.table()
                .ifPresent(table -> repository.remember(
                        caller,
                        Generators.timeBasedEpochGenerator().generate(),
                        sheet.kind(),
                        table.signature(),
                        draft.mapping().columns()));
        repository.deleteUpload(upload.id());
        return id;
    }

    private static <R> Change<R> change(Plan.Entry<R> entry) {
        var line = entry.current();
        return line == null
                ? new Change.Add<>(entry.record())
                : new Change.Update<>(line.id(), line.version(), entry.record());
    }

    /// What the ledger made of the changes: every record whose version is another than before.
    private static List<Touched> touched(Sheet<?> sheet, Map<UUID, Line> before) {
        var touched = new ArrayList<Touched>();
        try (var lines = sheet.lines()) {
            lines.forEach(line -> {
                var old = before.get(line.id());
                if (old == null) {
                    touched.add(new Touched(line.id(), line.version(), null, false));
                } else if (old.version() != line.version()) {
                    touched.add(new Touched(line.id(), line.version(), old.cells(), old.retired()));
                }
            });
        }
        return touched;
    }

    public Optional<Import> find(Caller caller, UUID id) {
        return transactions.read(caller, () -> repository.find(id));
    }

    public List<Import> recent(Caller caller, Sheet<?> sheet) {
        return transactions.read(caller, () -> repository.recent(sheet.kind()));
    }

    /// Takes a whole import back, as new versions of its records, if none of them was changed since.
    public <R> Undo undo(Caller caller, Sheet<R> sheet, Import done) {
        try {
            return takeBack(caller, sheet, done);
        } catch (ChangedSince refusal) {
            return new Undo.ChangedSince(refusal.records);
        }
    }

    private <R> Undo takeBack(Caller caller, Sheet<R> sheet, Import done) {
        return transactions.write(caller, "取込の取消: " + done.fileName(), () -> {
            var now = clock.instant();
            if (now.isAfter(done.applied().plus(UNDO)) || !repository.markUndone(done.id(), done.version(), now)) {
                return new Undo.TooLate();
            }
            var current = lines(sheet);
            var touched = repository.touched(done.id());
            var changed = touched.stream()
                    .filter(each -> {
                        var line = current.get(each.record());
                        return line == null || line.version() != each.versionAfter();
                    })
                    .toList();
            if (!changed.isEmpty()) {
                throw new ChangedSince(names(sheet, changed, current));
            }
            sheet.apply(back(sheet, touched));
            return new Undo.Done();
        });
    }

    private static <R> List<Change<R>> back(Sheet<R> sheet, List<Touched> touched) {
        var changes = new ArrayList<Change<R>>();
        for (var each : touched.reversed()) {
            var before = each.before();
            if (before == null) {
                changes.add(new Change.Retire<>(each.record(), each.versionAfter()));
                continue;
            }
            switch (sheet.read(new Row(CellReader.canonical(sheet.columns(), before)))) {
                case Parsed.Accepted<R>(R record) ->
                    changes.add(new Change.Update<>(each.record(), each.versionAfter(), record));
                // What was valid before may not be so now; then the import stays.
                case Parsed.Rejected<R> _ -> throw new ChangedSince(List.of(String.valueOf(each.record())));
            }
            if (each.wasRetired()) {
                changes.add(new Change.Retire<>(each.record(), each.versionAfter() + 1));
            }
        }
        return changes;
    }

    private static List<String> names(Sheet<?> sheet, List<Touched> changed, Map<UUID, Line> current) {
        var column = sheet.keys().getFirst().getLast();
        return changed.stream()
                .limit(NAMED)
                .map(each -> {
                    var line = current.get(each.record());
                    return line == null ? "" : line.cells().getOrDefault(column, "");
                })
                .toList();
    }

    private static Map<UUID, Line> lines(Sheet<?> sheet) {
        var lines = new HashMap<UUID, Line>();
        try (var all = sheet.lines()) {
            all.forEach(line -> lines.put(line.id(), line));
        }
        return lines;
    }

    private static String shortName(String fileName) {
        var bare = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        var name = bare.isEmpty() ? "file" : bare;
        return name.length() <= 200 ? name : name.substring(name.length() - 200);
    }

    /// Rolls the undoing back.
    private static final class ChangedSince extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<String> records;

        ChangedSince(List<String> records) {
            super("records were changed since");
            this.records = records;
        }
    }
}
