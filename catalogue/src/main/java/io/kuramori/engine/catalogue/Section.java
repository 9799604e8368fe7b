package io.kuramori.engine.catalogue;

import java.util.List;

/// A section of the guideline that holds items.
///
/// @param id the official number: `2.2.1.1`
/// @param titleJa the official heading
/// @param titleEn our own wording
/// @param csfCategories categories of NIST CSF 2.0, most frequent first (inferred, not official)
/// @param basic number of basic items (基本的な対応事項)
/// @param desirable number of desirable items (対応が望ましい事項)
public record Section(
        String id,
        String titleJa,
        String titleEn,
        Function function,
        List<String> csfCategories,
        int basic,
        int desirable) {

    public Section {
        csfCategories = List.copyOf(csfCategories);
    }

    /// The function of the organization that the section serves, as NIST CSF 2.0 divides it; third parties apart.
    public enum Function {
        GOVERN,
        IDENTIFY,
        PROTECT,
        DETECT,
        RESPOND,
        THIRD_PARTY
    }
}
