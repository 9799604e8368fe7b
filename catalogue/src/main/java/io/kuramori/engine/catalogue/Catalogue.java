package io.kuramori.engine.catalogue;

import io.kuramori.engine.catalogue.Section.Function;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The guideline's addressees and sections, in its order.
public final class Catalogue {

    private final List<InstitutionType> institutionTypes;
    private final List<Section> sections;

    private Catalogue(List<InstitutionType> institutionTypes, List<Section> sections) {
        this.institutionTypes = List.copyOf(institutionTypes);
        this.sections = List.copyOf(sections);
    }

    /// Reads the files that are built into this artifact.
    ///
    /// @throws IllegalStateException when a file is not as its header defines; names the file and the entry
    public static Catalogue load() {
        return new Catalogue(
                YamlTable.read("institution-types.yaml").rows(Catalogue::institutionType),
                YamlTable.read("sections.yaml").rows(Catalogue::section));
    }

    public List<InstitutionType> institutionTypes() {
        return institutionTypes;
    }

    public Optional<InstitutionType> institutionType(String id) {
        return institutionTypes.stream().filter(type -> type.id().equals(id)).findFirst();
    }

    public List<Section> sections() {
        return sections;
    }

    private static InstitutionType institutionType(YamlTable.Row row) {
        return new InstitutionType(row.text("id"), row.text("ja"), row.text("en"), row.flag("fmi"));
    }

    private static Section section(YamlTable.Row row) {
        var counts = row.nested("counts");
        return new Section(
                row.text("id"),
                row.text("title_ja"),
                row.text("title_en"),
                Function.valueOf(row.text("function").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.texts("csf_categories"),
                counts.number("basic"),
                counts.number("desirable"));
    }
}
