package io.kuramori.exchange;

import io.kuramori.journal.StaleRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// A ledger of systems kept in memory, for tests of everything around it.
public final class MemoryLedger implements Sheet<Map<String, String>> {

    private final Map<UUID, Line> lines = new LinkedHashMap<>();

    @Override
    public String kind() {
        return "test.system";
    }

    @Override
    public String titleKey() {
        return "exchange.title";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.code("code", "システムコード", "System code").alsoCalled("管理番号", "ID", "コード"),
                Column.text("name", "システム名", "System name", 100)
                        .alsoCalled("名称", "情報システム名", "システム名称")
                        .mandatory(),
                Column.prose("summary", "概要", "Summary", 500).alsoCalled("備考"),
                Column.date("started", "利用開始日", "In use since").alsoCalled("導入日", "稼働日"),
                Column.integer("users", "利用者数", "Users", -10, 1_000_000).alsoCalled("ユーザ数"),
                Column.choice(
                                "importance",
                                "重要度",
                                "Importance",
                                Option.of("high", "高", "High", "H", "3", "重要"),
                                Option.of("medium", "中", "Medium", "M", "2"),
                                Option.of("low", "低", "Low", "L", "1"))
                        .alsoCalled("重要性"),
                Column.yesNo("exposed", "インターネット公開", "Internet-facing").alsoCalled("外部公開", "公開有無"),
                Column.reference("department", "所管部署", "Department").alsoCalled("主管部", "担当部署", "部署"),
                Column.selfReference("parent", "上位システム", "Part of"),
                Column.choices(
                        "data",
                        "取扱データ",
                        "Data",
                        Option.of("personal", "個人情報", "Personal"),
                        Option.of("card", "カード情報", "Card")));
    }

    @Override
    public List<List<String>> keys() {
        return List.of(List.of("code"), List.of("name"));
    }

    @Override
    public Map<String, String> references(String column) {
        if (column.equals("parent")) {
            var known = new HashMap<String, String>();
            lines.values()
                    .forEach(line -> known.put(
                            line.cells().getOrDefault("code", ""), line.cells().getOrDefault("name", "")));
            return known;
        }
        return Map.of("D01", "システム部", "D02", "事務部", "D03", "総務部", "D04", "総務部");
    }

    @Override
    public Stream<Line> lines() {
        return List.copyOf(lines.values()).stream();
    }

    @Override
    public Parsed<Map<String, String>> read(Row row) {
        if ("true".equals(row.text("exposed")) && "low".equals(row.text("importance"))) {
            return Parsed.rejected(Objection.to("importance", "exchange.problem.cell.choice", "高 / 中"));
        }
        return Parsed.accepted(row.cells());
    }

    @Override
    public void apply(List<Change<Map<String, String>>> changes) {
        for (var change : changes) {
            switch (change) {
                case Change.Add<Map<String, String>>(var cells) -> {
                    var all = new HashMap<>(cells);
                    all.putIfAbsent("code", "SYS-%04d".formatted(lines.size() + 1));
                    put(new Line(UUID.randomUUID(), 1, false, all));
                }
                case Change.Update<Map<String, String>>(var id, int version, var cells) -> {
                    check(id, version);
                    put(new Line(id, version + 1, false, cells));
                }
                case Change.Retire<Map<String, String>>(var id, int version) -> {
                    var line = check(id, version);
                    put(new Line(id, version + 1, true, line.cells()));
                }
            }
        }
    }

    /// Puts a record in, around everything.
    public void put(Line line) {
        lines.put(line.id(), line);
    }

    public List<Map<String, String>> living() {
        return new ArrayList<>(
                lines().filter(line -> !line.retired()).map(Line::cells).toList());
    }

    private Line check(UUID id, int version) {
        var line = lines.get(id);
        if (line == null || line.version() != version) {
            throw new StaleRecord(kind(), id);
        }
        return line;
    }
}
