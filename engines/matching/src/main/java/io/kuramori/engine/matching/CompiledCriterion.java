package io.kuramori.engine.matching;

import io.kuramori.engine.matching.Applicability.Criterion;
import io.kuramori.engine.matching.Scale.Stretch;
import io.kuramori.engine.matching.cpe.Attribute;
import io.kuramori.engine.matching.cpe.Cpe;
import io.kuramori.engine.matching.cpe.Relation;
import io.kuramori.engine.matching.loose.LooseVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A criterion with its bounds read once.
///
/// Names meet by NIST IR 7696. An attribute that the component leaves open and the criterion gives (edition, target
/// software, …) does not speak against the match, but makes it a wider one; an open version or update leaves it
/// undecided, because that is the very question.
///
/// @param folded the product, empty when the criterion is about any
record CompiledCriterion(Criterion criterion, Lazy<Optional<String>> folded, Lazy<Optional<Stretch<?>>> stretch) {

    /// What one component is to the criterion.
    ///
    /// @param wider whether the component's name leaves open what the criterion gives
    record Meeting(Truth truth, boolean wider, @Nullable Reason reason) {
        static final Meeting NONE = new Meeting(Truth.FALSE, false, null);
    }

    static CompiledCriterion of(Criterion criterion) {
        return new CompiledCriterion(
                criterion,
                Lazy.of(() -> Optional.ofNullable(ProductName.product(criterion.name()))),
                Lazy.of(() -> criterion.bounds().everything()
                        ? Optional.empty()
                        : Optional.of(Scale.named("").stretch(criterion.bounds()))));
    }

    /// The folded product, null when the criterion is about any.
    @Nullable
    String product() {
        return folded.get().orElse(null);
    }

    /// Whether the component is the product the criterion is about, whatever its version.
    boolean sameProduct(Identity.Known known) {
        return known.cpe() != null && sameProduct(criterion.name(), known.cpe());
    }

    static boolean sameProduct(Cpe name, Cpe of) {
        return name.part() != Cpe.Part.NA
                && (name.part() == of.part() || name.part() == Cpe.Part.ANY || of.part() == Cpe.Part.ANY)
                && name.product().to(of.product()) != Relation.DISJOINT
                && name.vendor().to(of.vendor()) != Relation.DISJOINT
                && !name.crossed(of);
    }

    Meeting meets(Identity.Known known) {
        Cpe cpe = known.cpe();
        if (cpe == null || !sameProduct(criterion.name(), cpe)) {
            return Meeting.NONE;
        }
        Cpe name = criterion.name();
        Truth truth =
                known(name.vendor().to(cpe.vendor())).and(known(name.product().to(cpe.product())));
        boolean wider = name.vendor().to(cpe.vendor()) == Relation.SUBSET
                || name.product().to(cpe.product()) == Relation.SUBSET;
        List<Attribute> mine = surroundings(name);
        List<Attribute> theirs = surroundings(cpe);
        for (int i = 0; i < mine.size(); i++) {
            Relation relation = mine.get(i).to(theirs.get(i));
            truth = truth.and(known(relation));
            wider |= relation == Relation.SUBSET;
        }
        if (truth == Truth.FALSE) {
            return Meeting.NONE;
        }
        Reason reason = truth == Truth.TRUE ? null : new Reason.OpenAttribute(criterion);
        Meeting version =
                stretch.get().<Meeting>map(found -> within(found, known)).orElseGet(() -> named(cpe, known));
        return new Meeting(truth.and(version.truth), wider || version.wider, reason == null ? version.reason : reason);
    }

    static List<Attribute> surroundings(Cpe cpe) {
        return List.of(cpe.edition(), cpe.language(), cpe.swEdition(), cpe.targetSw(), cpe.targetHw(), cpe.other());
    }

    private static Truth known(Relation relation) {
        return switch (relation) {
            case EQUAL, SUBSET, SUPERSET -> Truth.TRUE;
            case DISJOINT -> Truth.FALSE;
            case UNDEFINED -> Truth.UNKNOWN;
        };
    }

    /// The criterion gives bounds; its own version, if it has one, must agree.
    private <K extends Comparable<K>> Meeting within(Stretch<K> found, Identity.Known known) {
        if (criterion.name().version() instanceof Attribute.NotApplicable) {
            return named(known.cpe() == null ? criterion.name() : known.cpe(), known);
        }
        if (known.cpeVersion().isEmpty()) {
            return new Meeting(Truth.UNKNOWN, false, new Reason.NoVersion());
        }
        String text = known.cpeVersion().get();
        Scale.Point<K> version = found.scale().read(text);
        Truth held = found.holds(version);
        return new Meeting(
                held, false, held == Truth.UNKNOWN ? new Reason.UncertainOrder(text, found.uncertain(version)) : null);
    }

    /// The criterion names the version, or leaves it open.
    private Meeting named(Cpe cpe, Identity.Known known) {
        Attribute version = criterion.name().version();
        if (version instanceof Attribute.Any) {
            return update(cpe);
        }
        Attribute own =
                cpe.version() instanceof Attribute.Any && known.component().version() != null
                        ? Attribute.of(known.component().version())
                        : cpe.version();
        return switch (version.to(own)) {
            case EQUAL, SUPERSET -> update(cpe);
            case SUBSET -> new Meeting(Truth.UNKNOWN, false, new Reason.NoVersion());
            case UNDEFINED -> new Meeting(Truth.UNKNOWN, false, new Reason.OpenAttribute(criterion));
            case DISJOINT -> sameVersion(version, own) ? update(cpe) : Meeting.NONE;
        };
    }

    private Meeting update(Cpe cpe) {
        return switch (criterion.name().update().to(cpe.update())) {
            case EQUAL, SUPERSET -> new Meeting(Truth.TRUE, false, null);
            // Not applicable is what an inventory means by saying nothing.
            case SUBSET ->
                criterion.name().update() instanceof Attribute.NotApplicable
                        ? new Meeting(Truth.TRUE, true, null)
                        : new Meeting(Truth.UNKNOWN, false, new Reason.OpenAttribute(criterion));
            case UNDEFINED -> new Meeting(Truth.UNKNOWN, false, new Reason.OpenAttribute(criterion));
            case DISJOINT -> Meeting.NONE;
        };
    }

    /// Whether two texts are one version, such as `1.0` and `1.0.0`.
    private static boolean sameVersion(Attribute left, Attribute right) {
        if (!(left instanceof Attribute.Text mine)
                || !(right instanceof Attribute.Text theirs)
                || mine.wild()
                || theirs.wild()) {
            return false;
        }
        LooseVersion one = LooseVersion.read(mine.value());
        LooseVersion two = LooseVersion.read(theirs.value());
        return one != null && two != null && one.to(two) == LooseVersion.Order.SAME;
    }
}
