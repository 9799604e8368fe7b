package io.kuramori.asset.systems;

import io.kuramori.asset.Exposure;
import io.kuramori.asset.SystemId;
import io.kuramori.exchange.Change;
import io.kuramori.exchange.Column;
import io.kuramori.exchange.Line;
import io.kuramori.exchange.Objection;
import io.kuramori.exchange.Option;
import io.kuramori.exchange.Parsed;
import io.kuramori.exchange.Row;
import io.kuramori.exchange.Sheet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The ledger of systems as a spreadsheet.
@Component
class SystemsSheet implements Sheet<SystemRow> {

    private static final Column[] COLUMNS = {
        Column.reference("institution", "金融機関", "Institution").mandatory().alsoCalled("会社", "会社コード", "法人"),
        Column.code("code", "システムコード", "System code")
                .alsoCalled("コード", "管理番号", "システムID", "No", "code")
                .noting("空欄なら自動で付きます。", "Left blank, one is given."),
        Column.text("name", "名称", "Name", 200).mandatory().alsoCalled("システム名", "システム名称", "サービス名"),
        Column.text("reading", "読み", "Reading", 200).alsoCalled("フリガナ", "ふりがな", "カナ"),
        Column.choice(
                        "kind",
                        "種別",
                        "Kind",
                        Option.of("information_system", "情報システム", "Information system", "システム", "オンプレ"),
                        Option.of("external_service", "外部サービス", "External service", "SaaS", "クラウドサービス"))
                .mandatory()
                .alsoCalled("区分"),
        Column.reference("owner", "所管ポスト", "Owner post").alsoCalled("所管", "責任者ポスト", "オーナー"),
        Column.reference("department", "所管部署", "Department").alsoCalled("部署", "主管部", "所管部"),
        Column.prose("description", "概要", "Description", 4000).alsoCalled("説明", "備考"),
        Column.integer("confidentiality", "機密性", "Confidentiality", 1, 3)
                .mandatory()
                .alsoCalled("C"),
        Column.integer("integrity", "完全性", "Integrity", 1, 3).mandatory().alsoCalled("I"),
        Column.integer("availability", "可用性", "Availability", 1, 3).mandatory().alsoCalled("A"),
        Column.yesNo("critical", "重要業務", "Critical operation").alsoCalled("重要業務を支える"),
        Column.choice(
                        "exposure",
                        "公開範囲",
                        "Exposure",
                        Option.of("none", "なし", "None", "非公開", "社内", "内部"),
                        Option.of("partner", "提携先", "Partner", "限定公開", "関係先"),
                        Option.of("public", "インターネット", "Public", "公開", "インターネット公開"))
                .mandatory()
                .alsoCalled("インターネット公開", "接続区分"),
        Column.integer("rto", "RTO(分)", "RTO (min)", 0, 5_256_000).alsoCalled("RTO", "目標復旧時間"),
        Column.integer("rpo", "RPO(分)", "RPO (min)", 0, 5_256_000).alsoCalled("RPO", "目標復旧時点"),
        Column.text("thirdParty", "サードパーティ", "Third party", 200).alsoCalled("委託先", "ベンダー", "提供者", "ベンダ")
    };

    private final SystemRepository systems;
    private final SystemLedger ledger;
    private final Directory directory;

    SystemsSheet(SystemRepository systems, SystemLedger ledger, Directory directory) {
        this.systems = systems;
        this.ledger = ledger;
        this.directory = directory;
    }

    @Override
    public String kind() {
        return "systems";
    }

    @Override
    public String titleKey() {
        return "asset.systems.title";
    }

    @Override
    public List<Column> columns() {
        return List.of(COLUMNS);
    }

    @Override
    public List<List<String>> keys() {
        return List.of(List.of("institution", "code"), List.of("institution", "name"));
    }

    @Override
    public Map<String, String> defaults() {
        var institutions = directory.institutions();
        return institutions.size() == 1
                ? Map.of("institution", institutions.getFirst().code())
                : Map.of();
    }

    @Override
    public Map<String, String> references(String column) {
        return switch (column) {
            case "institution" ->
                directory.institutions().stream()
                        .collect(Collectors.toMap(
                                Directory.Institution::code,
                                Directory.Institution::name,
                                (a, b) -> a,
                                LinkedHashMap::new));
            case "owner" -> names(directory.posts());
            case "department" -> names(directory.departments());
            default -> Map.of();
        };
    }

    @Override
    public Stream<Line> lines() {
        var institutions = directory.institutions().stream()
                .collect(Collectors.toMap(Directory.Institution::id, Directory.Institution::code));
        var posts = codes(directory.posts());
        var departments = codes(directory.departments());
        return systems.all()
                .map(system -> new Line(
                        system.id().value(),
                        system.version(),
                        system.retired(),
                        cells(system, institutions.getOrDefault(system.institution(), ""), posts, departments)));
    }

    @Override
    public Parsed<SystemRow> read(Row row) {
        String institution = row.required("institution");
        String department = row.text("department");
        if (department != null && !department.startsWith(institution + "/")) {
            return Parsed.rejected(Objection.to("department", "asset.system.error.elsewhere"));
        }

        var rating = new Rating(
                number(row, "confidentiality"),
                number(row, "integrity"),
                number(row, "availability"),
                row.yes("critical"));
        var details = new SystemDetails(
                row.required("name"),
                row.text("reading"),
                SystemKind.of(row.required("kind")),
                null,
                null,
                row.text("description"),
                rating,
                Exposure.of(row.required("exposure")),
                row.integer("rto"),
                row.integer("rpo"),
                row.text("thirdParty"));
        return Parsed.accepted(new SystemRow(institution, row.text("code"), row.text("owner"), department, details));
    }

    @Override
    public void apply(List<Change<SystemRow>> changes) {
        var institutions = directory.institutions().stream()
                .collect(Collectors.toMap(Directory.Institution::code, Directory.Institution::id));
        var posts = ids(directory.posts());
        var departments = ids(directory.departments());
        for (Change<SystemRow> change : changes) {
            switch (change) {
                case Change.Add<SystemRow>(var row) ->
                    ledger.enter(
                            Objects.requireNonNull(institutions.get(row.institution())),
                            row.code(),
                            details(row, posts, departments));
                case Change.Update<SystemRow>(var id, var version, var row) ->
                    ledger.rewrite(
                            new SystemId(id),
                            version,
                            old -> new SystemRecord(
                                    old.id(),
                                    old.institution(),
                                    old.code(),
                                    version,
                                    details(row, posts, departments),
                                    old.confirmedOn(),
                                    old.confirmedBy(),
                                    null));
                case Change.Retire<SystemRow>(var id, var version) ->
                    ledger.rewrite(
                            new SystemId(id),
                            version,
                            old -> new SystemRecord(
                                    old.id(),
                                    old.institution(),
                                    old.code(),
                                    version,
                                    old.details(),
                                    old.confirmedOn(),
                                    old.confirmedBy(),
                                    ledger.today(old.institution())));
            }
        }
    }

    private static SystemDetails details(SystemRow row, Map<String, UUID> posts, Map<String, UUID> departments) {
        return row.details()
                .belonging(
                        row.ownerPost() == null ? null : posts.get(row.ownerPost()),
                        row.department() == null ? null : departments.get(row.department()));
    }

    private static Map<String, String> cells(
            SystemRecord system, String institution, Map<UUID, String> posts, Map<UUID, String> departments) {
        var details = system.details();
        var rating = details.rating();
        var cells = new HashMap<String, String>();
        put(cells, "institution", institution);
        put(cells, "code", system.code());
        put(cells, "name", details.name());
        put(cells, "reading", details.reading());
        put(cells, "kind", details.kind().code());
        put(cells, "owner", details.ownerPost() == null ? null : posts.get(details.ownerPost()));
        put(cells, "department", details.department() == null ? null : departments.get(details.department()));
        put(cells, "description", details.description());
        put(cells, "confidentiality", rating.confidentiality());
        put(cells, "integrity", rating.integrity());
        put(cells, "availability", rating.availability());
        put(cells, "critical", rating.criticalOperation());
        put(cells, "exposure", details.exposure().code());
        put(cells, "rto", details.rtoMinutes());
        put(cells, "rpo", details.rpoMinutes());
        put(cells, "thirdParty", details.thirdParty());
        return cells;
    }

    private static void put(Map<String, String> cells, String column, @Nullable Object value) {
        if (value != null) {
            cells.put(column, value.toString());
        }
    }

    private static int number(Row row, String column) {
        return Integer.parseInt(row.required(column));
    }

    private static Map<UUID, String> codes(List<Directory.Choice> choices) {
        return choices.stream().collect(Collectors.toMap(Directory.Choice::id, Directory.Choice::code));
    }

    private static Map<String, UUID> ids(List<Directory.Choice> choices) {
        return choices.stream().collect(Collectors.toMap(Directory.Choice::code, Directory.Choice::id));
    }

    private static Map<String, String> names(List<Directory.Choice> choices) {
        var names = new LinkedHashMap<String, String>();
        choices.forEach(choice -> names.put(choice.code(), choice.name()));
        return names;
    }
}
