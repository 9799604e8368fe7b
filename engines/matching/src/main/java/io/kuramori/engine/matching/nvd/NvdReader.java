package io.kuramori.engine.matching.nvd;

import io.kuramori.engine.matching.AdvisoryDraft;
import io.kuramori.engine.matching.AdvisoryReader;
import io.kuramori.engine.matching.AdvisoryResult;
import io.kuramori.engine.matching.json.Dates;
import io.kuramori.engine.matching.json.JsonRecords;
import io.kuramori.engine.matching.json.Node;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads answers of NVD's API 2.0 and feed files of the same shape. A record NVD has not analysed has no configuration
/// and often no score; both stay unknown.
public final class NvdReader implements AdvisoryReader {

    private final String source;

    /// @param source whose word the advisories are, such as `nvd`
    public NvdReader(String source) {
        this.source = source;
    }

    @Override
    public void read(InputStream document, Consumer<AdvisoryResult> into) {
        JsonRecords.each(document, "vulnerabilities", this::record, into);
    }

    private List<AdvisoryResult> record(Node record) {
        Node cve = record.get("cve").orElse(record);
        Optional<Instant> modified = Dates.at(cve, "lastModified");
        boolean rejected =
                cve.text("vulnStatus").filter("Rejected"::equalsIgnoreCase).isPresent();
        AdvisoryDraft draft = new AdvisoryDraft(id(cve), source)
                .modified(modified)
                .withdrawn(rejected ? modified.or(() -> Optional.of(Instant.EPOCH)) : Optional.empty())
                .applicable(Configurations.read(cve.list("configurations")));
        cve.list("descriptions").stream()
                .filter(description ->
                        description.text("lang").filter("en"::equals).isPresent())
                .findFirst()
                .ifPresent(description -> draft.details(description.needText("value")));
        cve.get("metrics").ifPresent(metrics -> scores(metrics, draft));
        return List.of(new AdvisoryResult.Accepted(draft.done()));
    }

    private static String id(Node cve) {
        String id = cve.needText("id");
        if (id.isBlank()) {
            throw cve.need("id").refused("a CVE id");
        }
        return id;
    }

    private static void scores(Node metrics, AdvisoryDraft draft) {
        for (String kind : metrics.names()) {
            if (kind.startsWith("cvssMetric")) {
                for (Node metric : metrics.list(kind)) {
                    metric.get("cvssData")
                            .flatMap(data -> data.text("vectorString"))
                            .ifPresent(draft::vector);
                }
            }
        }
    }
}
