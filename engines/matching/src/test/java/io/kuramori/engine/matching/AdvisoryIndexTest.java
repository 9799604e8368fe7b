package io.kuramori.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuramori.engine.matching.segment.Damaged;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What an index finds is what its advisories answer when each is asked, in every ecosystem, after every change, and
/// from
/// a snapshot as from the heap.
final class AdvisoryIndexTest {

    private static final long SEED = 20261125;
    private static final int ADVISORIES = 1_200;
    private static final int COMPONENTS = 900;

    @Test
    void findsWhatTheAdvisoriesAnswer() {
        Packages packages = new Packages(SEED);
        List<Advisory> advisories = packages.advisories(ADVISORIES);
        Matcher matcher = new Matcher(AdvisoryIndex.of(advisories));
        int affected = 0;
        int undecided = 0;
        for (int i = 0; i < COMPONENTS; i++) {
            Component component = packages.component();
            List<Answer> found = found(matcher.find(component));
            assertThat(found).isEqualTo(open(matcher.match(component)));
            for (Answer answer : found) {
                affected += answer instanceof Answer.Affected ? 1 : 0;
                undecided += answer instanceof Answer.Indeterminate ? 1 : 0;
            }
        }
        assertThat(affected).isGreaterThan(COMPONENTS);
        assertThat(undecided).isGreaterThan(COMPONENTS / 10);
    }

    @Test
    void findsProductsAsTheAdvisoriesAnswer() {
        Goods goods = new Goods(SEED + 7);
        Matcher matcher = new Matcher(AdvisoryIndex.of(goods.advisories(ADVISORIES)));
        int affected = 0;
        int undecided = 0;
        for (int i = 0; i < COMPONENTS; i++) {
            Component component = goods.component();
            Found found = matcher.find(component);
            assertThat(found(found)).as("%s", component).isEqualTo(open(matcher.match(component)));
            if (found instanceof Found.Evaluated(var one, List<Finding> findings)) {
                for (Finding finding : findings) {
                    // What is said before the advisory is read, too.
                    assertThat(finding.affected()).isEqualTo(finding.answer() instanceof Answer.Affected);
                    affected += finding.affected() ? 1 : 0;
                    undecided += finding.affected() ? 0 : 1;
                }
            }
        }
        assertThat(affected).isGreaterThan(5 * COMPONENTS);
        assertThat(undecided).isGreaterThan(COMPONENTS);
    }

    /// Of several CPE names of a component each is heard: what one of them alone would be answered as affected is.
    @Test
    void hearsEveryNameOfAComponent() {
        Goods goods = new Goods(SEED + 9);
        // What a configuration asks of the surroundings is another question with each name that stands there.
        Matcher matcher = new Matcher(AdvisoryIndex.of(goods.advisories(400).stream()
                .filter(advisory -> advisory.applicability().stream().allMatch(AdvisoryIndexTest::alternatives))
                .toList()));
        int by = 0;
        for (int i = 0; i < COMPONENTS; i++) {
            Component one = goods.component();
            if (!one.otherCpes().isEmpty()) {
                List<Component> alone = new ArrayList<>();
                alone.add(new Component(null, one.cpe(), one.name(), one.version(), null));
                one.otherCpes().forEach(cpe -> alone.add(new Component(null, cpe, one.name(), one.version(), null)));
                Set<String> expected = new TreeSet<>();
                alone.forEach(each -> expected.addAll(affecting(matcher.match(each))));
                Component all = new Component(null, one.cpe(), one.name(), one.version(), null, one.otherCpes());
                assertThat(affecting(matcher.match(all))).as("%s", all).isEqualTo(expected);
                by += expected.size()
                        - affecting(matcher.match(alone.getFirst())).size();
            }
        }
        assertThat(by).as("affected by another name only").isGreaterThan(COMPONENTS / 10);
    }

    private static boolean alternatives(Applicability node) {
        return switch (node) {
            case Applicability.Criterion ignored -> true;
            case Applicability.Any(List<Applicability> nodes) ->
                nodes.stream().allMatch(AdvisoryIndexTest::alternatives);
            case Applicability.All ignored -> false;
            case Applicability.Not ignored -> false;
        };
    }

    private static Set<String> affecting(Matches matches) {
        Set<String> ids = new TreeSet<>();
        if (matches instanceof Matches.Evaluated(var component, List<Answer> answers)) {
            answers.stream()
                    .filter(Answer.Affected.class::isInstance)
                    .forEach(answer -> ids.add(answer.match().advisoryId()));
        }
        return ids;
    }

    @Test
    void findsComponentsAndTheRowsThatHoldThem() {
        Packages packages = new Packages(SEED + 1);
        findsRows(packages.repeated(COMPONENTS), packages.advisories(ADVISORIES / 3));
    }

    @Test
    void findsProductsAndTheRowsThatHoldThem() {
        Goods goods = new Goods(SEED + 8);
        List<Component> rows = new ArrayList<>();
        for (int i = 0; i < COMPONENTS; i++) {
            rows.add(i % 3 == 2 ? rows.get(i / 2) : goods.component());
        }
        findsRows(rows, goods.advisories(ADVISORIES / 6));
    }

    private static void findsRows(List<Component> rows, List<Advisory> advisories) {
        ComponentIndex index = ComponentIndex.of(rows);
        int held = 0;
        for (Advisory advisory : advisories) {
            List<Answer> answers = Matcher.match(advisory, index);
            List<ComponentIndex.Hit> hits = Matcher.find(advisory, index);
            assertThat(hits)
                    .extracting(hit -> hit.finding().answer())
                    .containsExactlyElementsOf(answers.stream()
                            .filter(answer -> !(answer instanceof Answer.NotAffected))
                            .toList());
            for (ComponentIndex.Hit hit : hits) {
                List<Integer> numbers = new ArrayList<>();
                hit.forEachRow(numbers::add);
                assertThat(numbers).hasSize(hit.rowCount()).isSorted();
                assertThat(numbers)
                        .allSatisfy(row -> assertThat(rows.get(row))
                                .isEqualTo(hit.finding().component()));
                held += hit.rowCount();
            }
        }
        assertThat(held).isGreaterThan(COMPONENTS);
    }

    @Test
    void findsForManyAtOnceWhatItFindsForEach() {
        Packages packages = new Packages(SEED + 2);
        Matcher matcher = new Matcher(AdvisoryIndex.of(packages.advisories(ADVISORIES)));
        List<Component> components = packages.repeated(COMPONENTS);
        List<Found> all = matcher.find(components);
        assertThat(all).hasSameSizeAs(components);
        for (int i = 0; i < components.size(); i++) {
            assertThat(all.get(i).component()).isEqualTo(components.get(i));
            assertThat(found(all.get(i))).isEqualTo(found(matcher.find(components.get(i))));
        }
    }

    @Test
    void changesLeaveWhatAnIndexOfTheWholeWouldHold() {
        Packages packages = new Packages(SEED + 3);
        Random random = new Random(SEED);
        Map<AdvisoryIndex.Name, Advisory> held = new LinkedHashMap<>();
        packages.advisories(300).forEach(advisory -> held.put(name(advisory), advisory));
        AdvisoryIndex index = AdvisoryIndex.of(held.values());
        for (int round = 0; round < 30; round++) {
            List<Advisory> changed = new ArrayList<>();
            List<AdvisoryIndex.Name> removed = new ArrayList<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                changed.add(packages.advisory("T-" + random.nextInt(360)));
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                removed.add(new AdvisoryIndex.Name("test", "T-" + random.nextInt(360)));
            }
            removed.forEach(held::remove);
            changed.forEach(advisory -> held.put(name(advisory), advisory));
            index = index.with(changed, removed);

            assertThat(index.size()).isEqualTo(held.size());
            Matcher grown = new Matcher(index);
            Matcher made = new Matcher(AdvisoryIndex.of(held.values()));
            for (int i = 0; i < 20; i++) {
                Component component = packages.component();
                assertThat(found(grown.find(component)))
                        .containsExactlyInAnyOrderElementsOf(found(made.find(component)));
            }
            for (Advisory advisory : changed) {
                assertThat(index.find(name(advisory))).isEqualTo(held.get(name(advisory)));
            }
        }
    }

    @Test
    void aSnapshotHoldsTheSame() throws IOException {
        Packages packages = new Packages(SEED + 4);
        Samples samples = new Samples(SEED);
        List<Advisory> advisories = new ArrayList<>(packages.advisories(1_000));
        for (int i = 0; i < 1_000; i++) {
            advisories.add(samples.advisory("S-" + i));
        }
        AdvisoryIndex heap = AdvisoryIndex.of(advisories);
        byte[] bytes = written(heap);
        assertThat(written(heap)).isEqualTo(bytes);
        AdvisoryIndex opened = AdvisoryIndex.open(ByteBuffer.wrap(bytes));
        assertThat(opened.size()).isEqualTo(heap.size());
        assertThat(opened.intact()).isTrue();
        assertThat(written(opened)).isEqualTo(bytes);
        for (Advisory advisory : advisories) {
            assertThat(opened.find(name(advisory))).isEqualTo(heap.find(name(advisory)));
        }
        assertThat(opened.find(name(advisories.getLast()))).isEqualTo(advisories.getLast());
        assertThat(opened.find(new AdvisoryIndex.Name("test", "nowhere"))).isNull();
    }

    @Test
    void whatIsNoSnapshotIsTold() throws IOException {
        byte[] bytes = written(AdvisoryIndex.of(new Packages(SEED + 5).advisories(50)));
        assertThatThrownBy(() -> AdvisoryIndex.open(ByteBuffer.wrap(new byte[] {'{', '}'})))
                .isInstanceOf(Damaged.class)
                .hasMessageContaining("a whole snapshot");
        assertThatThrownBy(() -> AdvisoryIndex.open(ByteBuffer.wrap(bytes, 0, bytes.length / 2)))
                .isInstanceOf(Damaged.class);
        byte[] footer = bytes.clone();
        footer[bytes.length - 40]++;
        assertThatThrownBy(() -> AdvisoryIndex.open(ByteBuffer.wrap(footer))).isInstanceOf(Damaged.class);
        byte[] inside = bytes.clone();
        inside[100]++;
        assertThat(AdvisoryIndex.open(ByteBuffer.wrap(inside)).intact()).isFalse();
    }

    /// Bytes changed by accident are told or give answers; nothing else is thrown, and nothing runs on for ever.
    @Test
    void damagedBytesAreTold() throws IOException {
        Packages packages = new Packages(SEED + 6);
        byte[] bytes = written(AdvisoryIndex.of(packages.advisories(200)));
        List<Component> components = packages.repeated(40);
        Random random = new Random(SEED);
        int told = 0;
        for (int round = 0; round < 300; round++) {
            byte[] damaged = bytes.clone();
            for (int i = 0; i < 20; i++) {
                damaged[8 + random.nextInt(bytes.length - 80)] = (byte) random.nextInt(256);
            }
            AdvisoryIndex index = AdvisoryIndex.open(ByteBuffer.wrap(damaged));
            assertThat(index.intact()).isFalse();
            Matcher matcher = new Matcher(index);
            try {
                components.forEach(matcher::match);
                components.forEach(component -> found(matcher.find(component)));
            } catch (Damaged e) {
                told++;
            }
        }
        assertThat(told).isPositive();
    }

    private static byte[] written(AdvisoryIndex index) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        index.write(Channels.newChannel(bytes));
        return bytes.toByteArray();
    }

    private static AdvisoryIndex.Name name(Advisory advisory) {
        return new AdvisoryIndex.Name(advisory.source(), advisory.id());
    }

    private static List<Answer> found(Found found) {
        return switch (found) {
            case Found.Evaluated(var component, List<Finding> findings) ->
                findings.stream().map(Finding::answer).toList();
            case Found.NotEvaluated ignored -> List.of();
        };
    }

    private static List<Answer> open(Matches matches) {
        return switch (matches) {
            case Matches.Evaluated(var component, List<Answer> answers) ->
                answers.stream()
                        .filter(answer -> !(answer instanceof Answer.NotAffected))
                        .toList();
            case Matches.NotEvaluated ignored -> List.of();
        };
    }
}
