package io.kuramori.shell.evidence;

import io.kuramori.evidence.EvidenceLinks;
import io.kuramori.evidence.EvidenceRegister;
import io.kuramori.evidence.EvidenceRegister.Filter;
import io.kuramori.evidence.EvidenceRegister.Sort;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.Transactions;
import io.kuramori.shell.ListShape;
import io.kuramori.shell.NavEntry;
import io.kuramori.shell.RecordPanel;
import io.kuramori.shell.SearchSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class EvidenceInShell {

    @Bean
    NavEntry evidenceEntry() {
        return new NavEntry("evidence.nav", "/evidence", 40);
    }

    @Bean
    ListShape evidenceShape() {
        return EvidenceShape.SHAPE;
    }

    @Bean
    SearchSource evidenceSearch(EvidenceRegister register, Transactions transactions) {
        return new Search(register, transactions);
    }

    @Bean
    RecordPanel evidencePanel(EvidenceLinks links, Transactions transactions) {
        return new OnRecords(links, transactions);
    }

    private record Search(EvidenceRegister register, Transactions transactions) implements SearchSource {

        @Override
        public Right needs() {
            return Right.READ_EVIDENCE;
        }

        @Override
        public String titleKey() {
            return "evidence.list.title";
        }

        @Override
        public List<Hit> find(Caller caller, String query, int limit) {
            if (query.isBlank()) {
                return List.of();
            }
            var filter = new Filter(query, null, null, null, null, null, LocalDate.EPOCH);
            return transactions.read(caller, () -> register.page(filter, Sort.RECEIVED, true, null, limit)).stream()
                    .map(line -> new Hit(line.code(), line.title(), line.institution(), "/evidence/" + line.id()))
                    .toList();
        }
    }

    /// What there is to show for a record, and the way to more.
    private record OnRecords(EvidenceLinks links, Transactions transactions) implements RecordPanel {

        @Override
        public Right needs() {
            return Right.READ_EVIDENCE;
        }

        @Override
        public Panel of(Caller caller, String kind, UUID record) {
            var lines = transactions.read(caller, () -> links.of(kind, record)).stream()
                    .map(each -> new Line(
                            "/evidence/" + each.item(),
                            each.code(),
                            each.title(),
                            each.collectedOn(),
                            each.retiredOn() == null ? null : "evidence.state.retired"))
                    .toList();
            var place = "?record-kind=" + kind + "&record=" + record;
            return new Panel(
                    "evidence.panel.title",
                    "evidence.panel.empty",
                    lines,
                    List.of(
                            new Act("evidence.panel.new", "/evidence/new" + place),
                            new Act("evidence.panel.attach", "/evidence/attach" + place)));
        }
    }
}
