package io.kuramori.engine.matching.sbom.spdx;

import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Refused;
import io.kuramori.engine.matching.sbom.Draft;
import io.kuramori.engine.matching.sbom.Gathering;
import io.kuramori.engine.matching.sbom.Hash;
import io.kuramori.engine.matching.sbom.Place;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A package of a tag-value document while its lines come.
final class TagPackage {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Gathering gathering;
    private final Draft draft;
    private final Licences licences = new Licences();

    /// @param name the value of `PackageName`, which began it
    TagPackage(String name, int line, Gathering gathering) {
        this.gathering = gathering;
        draft = new Draft(new Place("PackageName", line, 0));
        known(new Place("PackageName", line, 0), name, draft::name);
    }

    void refuse(Refused refused) {
        draft.refuse(refused);
    }

    void field(String tag, String value, int line) {
        Place place = new Place(tag, line, 0);
        switch (tag) {
            case "SPDXID" -> known(place, value, draft::ref);
            case "PackageVersion" -> known(place, value, draft::version);
            case "ExternalRef" -> reference(place, value);
            case "PrimaryPackagePurpose" -> besides(place, value, draft::type);
            case "PackageSupplier" -> besides(place, value, text -> draft.supplier(SpdxWords.who(text)));
            case "PackageOriginator" -> besides(place, value, text -> draft.author(SpdxWords.who(text)));
            case "PackageLicenseConcluded" -> besides(place, value, licences::concluded);
            case "PackageLicenseDeclared" -> besides(place, value, licences::declared);
            case "PackageChecksum" -> checksum(place, value);
            default -> {
                // Passed over.
            }
        }
    }

    void end() {
        licences.into(draft);
        gathering.component(gathering.next(), draft);
    }

    /// What a package cannot be known without.
    private void known(Place place, String value, Consumer<String> into) {
        if (value.length() > Gathering.MAX_TEXT) {
            draft.refuse(tooLong(place, value));
        } else if (!SpdxWords.silent(value)) {
            into.accept(value);
        }
    }

    /// What may be amiss without the package being lost.
    private void besides(Place place, String value, Consumer<String> into) {
        if (value.length() > Gathering.MAX_TEXT) {
            gathering.remark(tooLong(place, value));
        } else {
            into.accept(value);
        }
    }

    private void reference(Place place, String value) {
        String[] words = SPACE.split(value, 3);
        if (words.length < 3) {
            draft.refuse(place.refused(Kind.VALUE, "a category, a type and a locator", value));
        } else if (SpdxWords.names(words[1])) {
            known(place, words[2], locator -> SpdxWords.reference(draft, words[1], locator));
        }
    }

    private void checksum(Place place, String value) {
        int colon = value.indexOf(':');
        Hash.of(
                        value.substring(0, Math.max(0, colon)).strip(),
                        value.substring(colon + 1).strip())
                .ifPresentOrElse(
                        draft::hash,
                        () -> gathering.remark(place.refused(
                                Kind.VALUE, "an algorithm, a colon and a hash as long as it makes it", value)));
    }

    private static Refused tooLong(Place place, String value) {
        return place.refused(Kind.TOO_LARGE, "at most " + Gathering.MAX_TEXT + " characters", value);
    }
}
