package io.kuramori.engine.matching.jvn;

import io.kuramori.engine.matching.Advisory;
import io.kuramori.engine.matching.AdvisoryDraft;
import io.kuramori.engine.matching.AdvisoryReader;
import io.kuramori.engine.matching.AdvisoryResult;
import io.kuramori.engine.matching.AffectedProduct;
import io.kuramori.engine.matching.Identifier;
import io.kuramori.engine.matching.Status;
import io.kuramori.engine.matching.VersionRow;
import io.kuramori.engine.matching.VersionSet;
import io.kuramori.engine.matching.cpe.Cpe;
import io.kuramori.engine.matching.json.Dates;
import io.kuramori.engine.matching.words.JapanesePhrases;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Reads VULDEF 3 documents of JVN iPedia (its detail feed and MyJVN's `getVulnDetailInfo`), the version phrases with
/// it. A product whose versions are not told, or told in words that cannot be read, stays undecided. A record with
/// several CVEs is the same as none of them, only related.
public final class VuldefReader implements AdvisoryReader {

    private static final String CVE = "(CVE)";

    private final String source;

    /// @param source whose word the advisories are, such as `jvndb`
    public VuldefReader(String source) {
        this.source = source;
    }

    @Override
    public void read(InputStream document, Consumer<AdvisoryResult> into) {
        XmlRecords.each(document, "VULDEF-Document", "Vulinfo", this::record, into);
    }

    private Advisory record(Element vulinfo) {
        Element data = vulinfo.first("VulinfoData").orElseThrow(() -> vulinfo.refused("a <VulinfoData>"));
        AdvisoryDraft draft = new AdvisoryDraft(vulinfo.needText("VulinfoID"), source)
                .summary(data.text("Title").orElse(""))
                .details(data.first("VulinfoDescription")
                        .flatMap(description -> description.text("Overview"))
                        .orElse(null));
        data.first("DateLastUpdated")
                .ifPresent(date -> draft.modified(java.util.Optional.of(
                        Dates.read(date.text()).orElseThrow(() -> date.refused("an ISO 8601 time")))));
        for (Element cvss :
                data.first("Impact").map(impact -> impact.all("Cvss")).orElse(List.of())) {
            cvss.text("Vector").ifPresent(draft::vector);
            cvss.text("Severity").ifPresent(draft::label);
        }
        names(data, draft);
        for (Element item : data.first("Affected")
                .map(affected -> affected.all("AffectedItem"))
                .orElse(List.of())) {
            draft.product(product(item));
        }
        return draft.done();
    }

    private static void names(Element data, AdvisoryDraft draft) {
        List<String> cves = data.first("Related").map(related -> related.all("RelatedItem")).orElse(List.of()).stream()
                .filter(item ->
                        item.text("Name").filter(name -> name.contains(CVE)).isPresent())
                .flatMap(item -> item.text("VulinfoID").stream())
                .distinct()
                .toList();
        cves.forEach(cves.size() == 1 ? draft::alias : draft::related);
    }

    private static AffectedProduct product(Element item) {
        List<Identifier> names = new ArrayList<>();
        for (Element cpe : item.all("Cpe")) {
            switch (Cpe.parse(cpe.text())) {
                case Cpe.Read(Cpe read) -> names.add(new Identifier.OfCpe(read));
                case Cpe.Malformed(String text, String expected) -> throw cpe.refused(expected);
            }
        }
        names.add(new Identifier.OfName(
                item.text("Name").orElse(""), item.text("ProductName").orElse("")));
        List<VersionRow> rows = new ArrayList<>();
        for (Element version : item.all("VersionNumber")) {
            if (!version.text().isEmpty()) {
                JapanesePhrases.read(version.text()).forEach(set -> rows.add(new VersionRow(set, Status.AFFECTED)));
            }
        }
        boolean told = rows.stream().anyMatch(row -> !(row.versions() instanceof VersionSet.Unread));
        return new AffectedProduct(names, rows, told ? Status.NOT_AFFECTED : Status.UNKNOWN);
    }
}
