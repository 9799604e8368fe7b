package io.kuramori.engine.matching.cve;

import io.kuramori.engine.matching.AdvisoryDraft;
import io.kuramori.engine.matching.AdvisoryReader;
import io.kuramori.engine.matching.AdvisoryResult;
import io.kuramori.engine.matching.json.Dates;
import io.kuramori.engine.matching.json.JsonRecords;
import io.kuramori.engine.matching.json.Node;
import io.kuramori.engine.matching.json.Refused;
import io.kuramori.engine.matching.nvd.Configurations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads a CVE record, format 5: the container of the numbering authority and those of others who added to it.
public final class CveReader implements AdvisoryReader {

    private static final int MAX_RECORD = 64 << 20;
    private static final List<String> SCORES = List.of("cvssV4_0", "cvssV3_1", "cvssV3_0", "cvssV2_0");

    private final String source;

    /// @param source whose word the advisories are, such as `cve`
    public CveReader(String source) {
        this.source = source;
    }

    /// Reads a document that holds exactly one record.
    @Override
    public void read(InputStream document, Consumer<AdvisoryResult> into) {
        try {
            byte[] bytes = document.readNBytes(MAX_RECORD + 1);
            if (bytes.length > MAX_RECORD) {
                into.accept(new AdvisoryResult.Rejected("", 1, 1, "a record of at most " + MAX_RECORD + " bytes"));
            } else {
                JsonRecords.one(bytes, this::record, into);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<AdvisoryResult> record(Node record) throws Refused {
        Node metadata = record.need("cveMetadata");
        String id = metadata.needText("cveId");
        if (!id.startsWith("CVE-")) {
            throw metadata.need("cveId").refused("a CVE id");
        }
        Node containers = record.need("containers");
        Optional<Instant> modified = Dates.at(metadata, "dateUpdated").or(() -> Dates.at(metadata, "datePublished"));
        AdvisoryDraft draft = new AdvisoryDraft(id, source).modified(modified);
        if (metadata.text("state").filter("REJECTED"::equals).isPresent()) {
            draft.withdrawn(
                    Dates.at(metadata, "dateRejected").or(() -> modified).or(() -> Optional.of(Instant.EPOCH)));
        }
        Node authority = containers.need("cna");
        draft.summary(authority.text("title").orElse(""));
        authority.list("descriptions").stream()
                .filter(words ->
                        words.text("lang").filter(lang -> lang.startsWith("en")).isPresent())
                .findFirst()
                .ifPresent(words -> draft.details(words.needText("value")));
        List<Node> all = new ArrayList<>();
        all.add(authority);
        all.addAll(containers.list("adp"));
        all.forEach(container -> container(container, draft));
        return List.of(new AdvisoryResult.Accepted(draft.done()));
    }

    private static void container(Node container, AdvisoryDraft draft) {
        Products.read(container.list("affected")).forEach(draft::product);
        draft.applicable(Configurations.read(container.list("cpeApplicability")));
        for (Node metric : container.list("metrics")) {
            for (String score : SCORES) {
                metric.get(score).flatMap(data -> data.text("vectorString")).ifPresent(draft::vector);
            }
        }
    }
}
