package io.kuramori.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CatalogueTest {

    private final Catalogue catalogue = Catalogue.load();

    @Test
    void knowsEveryTypeOfAddressee() {
        assertThat(catalogue.institutionTypes()).hasSize(21).doesNotHaveDuplicates();
        assertThat(catalogue.institutionTypes())
                .filteredOn(InstitutionType::fmi)
                .singleElement()
                .satisfies(type -> assertThat(type.nameJa()).isEqualTo("清算・振替機関等"));
        assertThat(catalogue.institutionType("regional-institution"))
                .get()
                .satisfies(type -> assertThat(type.nameJa()).isEqualTo("中小・地域金融機関"));
        assertThat(catalogue.institutionType("bakery")).isEmpty();
    }

    @Test
    void countsTheItemsOfTheGuideline() {
        assertThat(catalogue.sections()).hasSize(36);
        assertThat(catalogue.sections().stream().mapToInt(Section::basic).sum()).isEqualTo(126);
        assertThat(catalogue.sections().stream().mapToInt(Section::desirable).sum())
                .isEqualTo(50);
    }
}
