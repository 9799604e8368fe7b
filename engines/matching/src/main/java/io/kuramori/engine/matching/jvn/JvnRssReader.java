package io.kuramori.engine.matching.jvn;

import io.kuramori.engine.matching.Advisory;
import io.kuramori.engine.matching.AdvisoryDraft;
import io.kuramori.engine.matching.AdvisoryReader;
import io.kuramori.engine.matching.AdvisoryResult;
import io.kuramori.engine.matching.AffectedProduct;
import io.kuramori.engine.matching.Identifier;
import io.kuramori.engine.matching.Status;
import io.kuramori.engine.matching.cpe.Cpe;
import io.kuramori.engine.matching.json.Dates;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the items of JVN iPedia's RSS with its security extension (`mod_sec`). They name products without versions, so
/// that every meeting stays undecided until the detail is read.
public final class JvnRssReader implements AdvisoryReader {

    private final String source;

    /// @param source whose word the advisories are, such as `jvndb`
    public JvnRssReader(String source) {
        this.source = source;
    }

    @Override
    public void read(InputStream document, Consumer<AdvisoryResult> into) {
        XmlRecords.each(document, "RDF", "item", this::item, into);
    }

    private Advisory item(Element item) {
        AdvisoryDraft draft = new AdvisoryDraft(item.needText("identifier"), source)
                .summary(item.text("title").orElse(""))
                .details(item.text("description").orElse(null));
        item.first("modified")
                .ifPresent(date -> draft.modified(
                        Optional.of(Dates.read(date.text()).orElseThrow(() -> date.refused("an ISO 8601 time")))));
        for (Element cvss : item.all("cvss")) {
            draft.vector(cvss.attribute("vector"));
            if (!cvss.attribute("severity").isBlank()) {
                draft.label(cvss.attribute("severity"));
            }
        }
        List<String> cves = item.all("references").stream()
                .filter(reference -> reference.attribute("source").equals("CVE"))
                .map(reference -> reference.attribute("id"))
                .filter(id -> !id.isBlank())
                .distinct()
                .toList();
        cves.forEach(cves.size() == 1 ? draft::alias : draft::related);
        for (Element cpe : item.all("cpe")) {
            switch (Cpe.parse(cpe.text())) {
                case Cpe.Read(Cpe read) ->
                    draft.product(new AffectedProduct(List.of(new Identifier.OfCpe(read)), List.of(), Status.UNKNOWN));
                case Cpe.Malformed(String text, String expected) -> throw cpe.refused(expected);
            }
        }
        return draft.done();
    }
}
