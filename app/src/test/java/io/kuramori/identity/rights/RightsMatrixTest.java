package io.kuramori.identity.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuramori.SignedInHouse;
import io.kuramori.identity.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every endpoint × role × {own, colleague's, child, parent, sibling, expired}, called for real and compared with
/// docs/security/rights.md; and once more with the check in code removed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsMatrixTest {

    private static final Set<UUID> REACHED = Set.of(Group.MINE.value(), Group.CHILD.value());

    private static final String OSV = """
            {"id": "MATRIX-1", "modified": "2026-11-20T00:00:00Z", "summary": "made up", "affected": []}
            """;
    private static final String SBOM = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": []}
            """;

    private SignedInHouse house;
    private Web web;
    private Group group;
    private Group.Person everybody;
    private final Map<Role, Group.Person> holders = new EnumMap<>(Role.class);
    private final Map<Role, Group.Person> former = new EnumMap<>(Role.class);
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @BeforeAll
    void start() throws IOException {
        house = new SignedInHouse(Observing.class);
        web = new Web(house::address);
        group = new Group(house);
        everybody = group.everybody();
        for (Role role : Role.values()) {
            holders.put(role, group.person(role, false));
            former.put(role, group.person(role, true));
        }
        Observing.armed = true;
    }

    @AfterAll
    void stop() {
        Observing.armed = false;
        Observing.open = false;
        house.close();
    }

    @Test
    void everyEndpointLetsInWhomTheTableSays() throws IOException {
        wrong.clear();
        var table = RightsTable.read();
        var rows = new ArrayList<String>();
        var cells = askAll();
        for (Request request : Requests.all()) {
            var found = cells.getOrDefault(request.key(), Map.of());
            rows.add(RightsTable.row(request, right(request), found));
            var expected = table.getOrDefault(request.key(), Map.of());
            for (Role role : Role.values()) {
                var cell = expected.get(role);
                if (!String.valueOf(found.get(role)).equals(cell)) {
                    wrong.add(request.key() + " " + role + ": table " + cell + ", found " + found.get(role));
                }
            }
        }
        RightsTable.write(rows);

        assertThat(wrong).as("see target/rights-found.md").isEmpty();
    }

    /// A few requests under way at a time; those of one endpoint one after the other.
    private Map<String, Map<Role, String>> askAll() {
        var cells = new ConcurrentHashMap<String, Map<Role, String>>();
        try (var workers = Executors.newFixedThreadPool(4)) {
            for (Request request : Requests.all()) {
                workers.execute(() -> {
                    try {
                        var found = new EnumMap<Role, String>(Role.class);
                        for (Role role : Role.values()) {
                            found.put(role, RightsTable.cell(request, letIn(request, role)));
                        }
                        cells.put(request.key(), found);
                    } catch (RuntimeException | AssertionError e) {
                        wrong.add(request.key() + " could not be asked: " + e);
                        cells.put(request.key(), Map.of());
                    }
                });
            }
        }
        return cells;
    }

    @Test
    void everyEndpointHasARow() throws IOException {
        var endpoints = house.bean(Endpoints.class).all().stream()
                .flatMap(endpoint -> (endpoint.methods().isEmpty() ? Set.of("GET") : endpoint.methods())
                        .stream()
                                .map(method -> method + " " + endpoint.pattern().getPatternString()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(endpoints.remove(Requests.SIGN_OUT)).isTrue();

        assertThat(RightsTable.read().keySet())
                .as("rows of %s", RightsTable.FILE)
                .containsExactlyInAnyOrderElementsOf(endpoints);
        assertThat(Requests.all().stream().map(Request::key))
                .as("requests of the matrix")
                .containsExactlyInAnyOrderElementsOf(endpoints);
    }

    @Test
    void withoutTheCheckInCodeTheDatabaseHoldsTheBoundary() {
        wrong.clear();
        Observing.open = true;
        try {
            var office = Objects.requireNonNull(holders.get(Role.SECURITY_OFFICE));
            int let = 0;
            for (Request request : Requests.all()) {
                for (Relation relation : request.aboutRecord() ? Relation.values() : new Relation[] {Relation.OWN}) {
                    let += alone(request, relation, office) ? 1 : 0;
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(let).as("the check was really open").isGreaterThan(100);
        } finally {
            Observing.open = false;
        }
    }

    /// With the check open: whatever is answered, nothing of parent or sibling is shown or changed.
    private boolean alone(Request request, Relation relation, Group.Person person) {
        var ids = ids(relation, person);
        var answer = send(request, ids, person);
        var changed = new TreeSet<>(answer.effect().institutions());
        changed.removeAll(REACHED);
        if (!changed.isEmpty()) {
            wrong.add(request.key() + " " + relation + " changed " + changed);
        }
        if (answer.text().contains(Group.NOT_FOR_MINE)) {
            wrong.add(request.key() + " " + relation + " showed what is not for MINE");
        }
        return answer.status() < 400;
    }

    private String letIn(Request request, Role role) {
        var letters = new StringBuilder();
        for (Relation relation : Relation.values()) {
            if (!request.aboutRecord() && relation != Relation.OWN && relation != Relation.EXPIRED) {
                continue;
            }
            var person = Objects.requireNonNull((relation == Relation.EXPIRED ? former : holders).get(role));
            var answer = send(request, ids(relation, person), person);
            if (admitted(request, role, relation, answer)) {
                letters.append(relation.letter());
            }
        }
        return letters.toString();
    }

    private boolean admitted(Request request, Role role, Relation relation, Web.Answer answer) {
        var effect = answer.effect();
        String who = request.key() + " " + role + " " + relation;
        if (answer.status() >= 500) {
            wrong.add(who + " failed: " + answer.status());
        }
        if (answer.text().contains(Group.NOT_FOR_MINE)) {
            wrong.add(who + " showed what is not for MINE");
        }
        if (!REACHED.containsAll(effect.institutions())) {
            wrong.add(who + " changed " + effect.institutions());
        }
        boolean answered = answer.status() < 400 && !answer.text().endsWith("/login");
        boolean admitted = switch (request.proof()) {
            case ANSWER -> answered;
            case ENTRY -> !effect.institutions().isEmpty();
            case WRITE -> effect.wrote();
            case CALL -> effect.reached();
        };
        if (request.proof() != Request.Proof.CALL && ((admitted && !answered) || (!admitted && effect.wrote()))) {
            wrong.add(who + " was answered " + answer.status() + " but wrote: " + effect);
        }
        return admitted;
    }

    private Map<String, String> ids(Relation relation, Group.Person person) {
        var ids = new HashMap<>(group.kit(relation));
        if (relation == Relation.OWN || relation == Relation.EXPIRED) {
            ids.putAll(person.belongings());
        }
        return ids;
    }

    private Web.Answer send(Request request, Map<String, String> ids, Group.Person person) {
        var path = Request.fill(request.path(), ids);
        var session = person.session();
        if (request.method().equals("GET")) {
            return web.get(session, path);
        }
        if (!request.method().equals("POST")) {
            return web.json(session, request.method(), path, "{\"tags\":[{\"name\":\"x\"}]}");
        }
        var fields = new HashMap<String, String>();
        switch (request.from()) {
            case "" -> {}
            case "file" -> {
                return file(path, session);
            }
            default -> {
                boolean own = request.from().startsWith("own:");
                if (!own) {
                    fields.putAll(web.form(everybody.session(), Request.fill(request.from(), ids), path));
                } else if (Objects.equals(ids.get("upload"), person.belongings().get("upload"))
                        && web.get(session, Request.fill(request.from().substring(4), ids))
                                        .status()
                                == 200) {
                    fields.putAll(web.form(session, Request.fill(request.from().substring(4), ids), path));
                } else {
                    fields.put("token", "none");
                }
            }
        }
        request.fields().forEach((name, value) -> fields.put(Request.fill(name, ids), Request.fill(value, ids)));
        return web.post(session, path, fields);
    }

    private Web.Answer file(String path, String session) {
        if (path.contains("sbom")) {
            return web.file(session, path, "a.json", SBOM);
        }
        return path.contains("advisories")
                ? web.file(session, path, "a.json", OSV)
                : web.file(session, path, "a.csv", "名称\nx\n");
    }

    private String right(Request request) {
        return house.bean(Endpoints.class).all().stream()
                .filter(endpoint -> endpoint.pattern().getPatternString().equals(request.template())
                        && (endpoint.methods().isEmpty() || endpoint.methods().contains(request.method())))
                .map(endpoint -> String.valueOf(endpoint.right()))
                .findFirst()
                .orElse("?");
    }
}
