package io.kuramori.engine.matching.kev;

import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Refused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The fields of one entry, as text, and where it stands.
record KevFields(Kev.Publisher publisher, String pointer, int line, int column, Map<String, String> fields) {

    static final List<String> KNOWN = List.of(
            "cveID",
            "euvdID",
            "vendorProject",
            "product",
            "dateAdded",
            "dateReported",
            "dueDate",
            "requiredAction",
            "knownRansomwareCampaignUse",
            "exploitationType");

    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,19}");

    KevFields(Kev.Publisher publisher, String pointer, int line, int column) {
        this(publisher, pointer, line, column, new HashMap<>());
    }

    void put(String name, String value) {
        if (KNOWN.contains(name)) {
            fields.put(name, value.strip());
        }
    }

    /// @throws Refused when the entry cannot be read
    void addTo(Map<String, Kev.Entry> entries) {
        String id = get("cveID").toUpperCase(Locale.ROOT);
        if (!CVE.matcher(id).matches()) {
            throw refused("cveID", "a CVE number");
        }
        if (entries.size() >= KevReader.MAX_ENTRIES) {
            throw new Refused(new Problem(
                    Kind.TOO_MANY, pointer, line, column, "at most " + KevReader.MAX_ENTRIES + " entries", id));
        }
        boolean ransomware = get("knownRansomwareCampaignUse").equalsIgnoreCase("known")
                || get("exploitationType").toLowerCase(Locale.ROOT).contains("ransomware");
        Kev.Entry entry = new Kev.Entry(
                publisher,
                id,
                get("vendorProject"),
                get("product"),
                date(publisher == Kev.Publisher.CISA ? "dateAdded" : "dateReported"),
                get("dueDate").isEmpty() ? Optional.empty() : Optional.of(date("dueDate")),
                ransomware,
                get("requiredAction"));
        entries.put(id, entry);
        if (!get("euvdID").isEmpty()) {
            entries.put(get("euvdID").toUpperCase(Locale.ROOT), entry);
        }
    }

    private LocalDate date(String name) {
        try {
            return LocalDate.parse(get(name).replace('/', '-'));
        } catch (DateTimeException e) {
            throw refused(name, "a date");
        }
    }

    private String get(String name) {
        return fields.getOrDefault(name, "");
    }

    private Refused refused(String name, String expected) {
        String place = pointer.isEmpty() ? "" : pointer + "/" + name;
        String what = pointer.isEmpty() ? expected + " for " + name : expected;
        return new Refused(new Problem(Kind.VALUE, place, line, column, what, get(name)));
    }
}
