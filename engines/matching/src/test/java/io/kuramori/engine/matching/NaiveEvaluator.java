package io.kuramori.engine.matching;

import io.kuramori.engine.matching.Applicability.Criterion;
import io.kuramori.engine.matching.cpe.Attribute;
import io.kuramori.engine.matching.cpe.Cpe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers from the words of the specifications, for names and versions of the simplest kind (`1.2`): no index, nothing
/// compiled, every question asked anew. TRUE is affected, FALSE not, null undecided; no answer when the advisory does
/// not speak of the component.
final class NaiveEvaluator {

    /// A component as simple as can be.
    record Thing(
            @Nullable String packageName,
            @Nullable Cpe cpe,
            @Nullable String version) {}

    record Word(@Nullable Boolean affected) {}

    private NaiveEvaluator() {}

    static @Nullable Word answer(Advisory advisory, Thing thing, List<Thing> environment) {
        Word surest = packages(advisory, thing);
        Word byCpe = cpes(advisory, thing, environment);
        Word byName = names(advisory, thing);
        Word word = null;
        for (Word next : Arrays.asList(surest, byCpe, byName)) {
            if (next == null) {
                continue;
            }
            if (word == null) {
                word = next;
            } else if (word.affected == null && Boolean.TRUE.equals(next.affected)) {
                word = next;
            }
        }
        return word != null && advisory.withdrawn().isPresent() ? new Word(false) : word;
    }

    /// OSV §evaluation: affected when any range or named version holds it.
    private static @Nullable Word packages(Advisory advisory, Thing thing) {
        Word word = rows(advisory, thing, 0);
        for (AffectedPackage one : advisory.affected()) {
            if (!one.name().equals(thing.packageName)) {
                continue;
            }
            boolean all =
                    one.ranges().stream().anyMatch(range -> range.events().equals(List.of(new Event.Introduced("0"))));
            Boolean affected = all ? Boolean.TRUE : null;
            String version = thing.version;
            if (!all && version != null) {
                affected = one.versions().contains(version)
                        || one.ranges().stream().anyMatch(range -> inRange(range, version));
            }
            word = or(word, new Word(affected));
        }
        return word;
    }

    private static boolean inRange(Range range, String version) {
        boolean vulnerable = false;
        List<Event> sorted = new ArrayList<>(range.events());
        sorted.sort((left, right) -> compare(left.version(), right.version()));
        for (Event event : sorted) {
            int order = compare(event.version(), version);
            if (event instanceof Event.Introduced && order <= 0) {
                vulnerable = true;
            } else if (event instanceof Event.Fixed && order <= 0) {
                vulnerable = false;
            }
        }
        return vulnerable;
    }

    private static @Nullable Word cpes(Advisory advisory, Thing thing, List<Thing> environment) {
        Word word = rows(advisory, thing, 1);
        for (Applicability configuration : advisory.applicability()) {
            if (concerns(configuration, thing)) {
                word = or(word, new Word(affects(configuration, thing, environment)));
            }
        }
        return word;
    }

    private static @Nullable Word names(Advisory advisory, Thing thing) {
        return rows(advisory, thing, 2);
    }

    private static @Nullable Word or(@Nullable Word left, @Nullable Word right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        return new Word(either(left.affected, right.affected));
    }

    private static @Nullable Boolean either(@Nullable Boolean left, @Nullable Boolean right) {
        if (Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right)) {
            return true;
        }
        if (left == null || right == null) {
            return null;
        }
        return false;
    }

    private static @Nullable Boolean both(@Nullable Boolean left, @Nullable Boolean right) {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
            return false;
        }
        if (left == null || right == null) {
            return null;
        }
        return true;
    }

    private static @Nullable Boolean not(@Nullable Boolean truth) {
        if (truth == null) {
            return null;
        }
        return !truth;
    }

    private static boolean concerns(Applicability node, Thing thing) {
        return switch (node) {
            case Applicability.All(var of) -> of.stream().anyMatch(one -> concerns(one, thing));
            case Applicability.Any(var of) -> of.stream().anyMatch(one -> concerns(one, thing));
            case Applicability.Not(var of) -> concerns(of, thing);
            case Criterion criterion -> criterion.vulnerable() && same(criterion.name(), thing.cpe);
        };
    }

    private static boolean same(Cpe name, @Nullable Cpe cpe) {
        return cpe != null
                && name.part() == cpe.part()
                && name.vendor().equals(cpe.vendor())
                && name.product().equals(cpe.product());
    }

    private static @Nullable Boolean affects(Applicability node, Thing thing, List<Thing> environment) {
        return switch (node) {
            case Criterion criterion -> criterion.vulnerable() ? meets(criterion, thing) : Boolean.FALSE;
            case Applicability.Any(var of) -> anyAffects(of, thing, environment);
            case Applicability.All(var of) -> both(anyAffects(of, thing, environment), allHold(of, environment));
            case Applicability.Not(var of) -> concerns(of, thing) ? not(holds(of, environment)) : Boolean.FALSE;
        };
    }

    private static @Nullable Boolean anyAffects(List<Applicability> nodes, Thing thing, List<Thing> environment) {
        Boolean any = false;
        for (Applicability one : nodes) {
            any = either(any, affects(one, thing, environment));
        }
        return any;
    }

    private static @Nullable Boolean allHold(List<Applicability> nodes, List<Thing> environment) {
        Boolean all = true;
        for (Applicability one : nodes) {
            all = both(all, holds(one, environment));
        }
        return all;
    }

    private static @Nullable Boolean anyHolds(List<Applicability> nodes, List<Thing> environment) {
        Boolean any = false;
        for (Applicability one : nodes) {
            any = either(any, holds(one, environment));
        }
        return any;
    }

    private static @Nullable Boolean holds(Applicability node, List<Thing> environment) {
        return switch (node) {
            case Criterion criterion -> met(criterion, environment);
            case Applicability.Any(var of) -> anyHolds(of, environment);
            case Applicability.All(var of) -> allHold(of, environment);
            case Applicability.Not(var of) -> not(holds(of, environment));
        };
    }

    /// What is not listed may be there, unless an operating system is asked for and another one is listed.
    private static @Nullable Boolean met(Criterion criterion, List<Thing> environment) {
        Boolean any = false;
        boolean listed = false;
        for (Thing thing : environment) {
            any = either(any, meets(criterion, thing));
            boolean system = environment.size() > 1
                    && thing.cpe != null
                    && thing.cpe.part() == Cpe.Part.OPERATING_SYSTEM
                    && criterion.name().part() == Cpe.Part.OPERATING_SYSTEM;
            listed |= system || same(criterion.name(), thing.cpe);
        }
        if (Boolean.FALSE.equals(any) && !listed) {
            return null;
        }
        return any;
    }

    private static @Nullable Boolean meets(Criterion criterion, Thing thing) {
        Cpe cpe = thing.cpe;
        if (cpe == null || !same(criterion.name(), cpe)) {
            return false;
        }
        Attribute software = criterion.name().targetSw();
        if (software instanceof Attribute.Text
                && cpe.targetSw() instanceof Attribute.Text
                && !software.equals(cpe.targetSw())) {
            return false;
        }
        if (!criterion.bounds().everything()) {
            if (thing.version == null) {
                return null;
            }
            return within(criterion.bounds(), thing.version);
        }
        if (criterion.name().version() instanceof Attribute.Text(String version, int before, int after)) {
            if (thing.version == null) {
                return null;
            }
            return compare(version, thing.version) == 0;
        }
        return true;
    }

    private static boolean within(Bounds bounds, String version) {
        String start = bounds.start();
        String end = bounds.end();
        boolean begun = start == null || compare(start, version) < (bounds.startIncluded() ? 1 : 0);
        boolean over = end != null && compare(end, version) < (bounds.endIncluded() ? 0 : 1);
        return begun && !over;
    }

    /// The rows of products known by a package (0), a CPE (1) or a name (2). A row that says something stands above
    /// what is said of the rest.
    private static @Nullable Word rows(Advisory advisory, Thing thing, int kind) {
        Word stated = null;
        Word rest = null;
        for (AffectedProduct product : advisory.products()) {
            if (product.names().stream().noneMatch(name -> known(name, thing, kind))) {
                continue;
            }
            List<Word> words = new ArrayList<>();
            if (status(product, thing.version, words)) {
                stated = or(stated, words.getFirst());
            } else {
                rest = or(rest, words.getFirst());
            }
        }
        return stated == null ? rest : stated;
    }

    private static boolean known(Identifier name, Thing thing, int kind) {
        return switch (name) {
            case Identifier.OfPackage(PackageKey key) -> kind == 0 && key.name().equals(thing.packageName);
            case Identifier.OfCpe(Cpe cpe) -> kind == 1 && same(cpe, thing.cpe);
            case Identifier.OfName(String vendor, String product) ->
                kind == 2
                        && thing.cpe != null
                        && Attribute.of(vendor).equals(thing.cpe.vendor())
                        && Attribute.of(product).equals(thing.cpe.product());
        };
    }

    /// CVE record format 5, §versions: the first row that holds the version.
    ///
    /// @return whether a row said so
    private static boolean status(AffectedProduct product, @Nullable String version, List<Word> into) {
        if (version == null) {
            boolean every = false;
            List<Status> possible = new ArrayList<>();
            for (VersionRow row : product.rows()) {
                possible.add(row.status());
                row.changes().forEach(change -> possible.add(change.status()));
                every |= row.versions() instanceof VersionSet.Every
                        && row.changes().isEmpty();
                if (every) {
                    break;
                }
            }
            if (!every) {
                possible.add(product.otherwise());
            }
            boolean one = possible.stream().distinct().count() == 1;
            into.add(one ? word(possible.getFirst()) : new Word(null));
            return !product.rows().isEmpty();
        }
        List<Status> possible = new ArrayList<>();
        boolean said = false;
        for (VersionRow row : product.rows()) {
            boolean unread = row.versions() instanceof VersionSet.Unread;
            if (unread || holds(row.versions(), version)) {
                said = true;
                possible.add(statusIn(row, version));
                if (!unread) {
                    into.add(agreed(possible));
                    return true;
                }
            }
        }
        possible.add(product.otherwise());
        into.add(agreed(possible));
        return said;
    }

    private static Status statusIn(VersionRow row, String version) {
        Status status = row.status();
        String latest = "";
        for (VersionRow.Change change : row.changes()) {
            if (compare(change.at(), version) <= 0 && (latest.isEmpty() || compare(latest, change.at()) <= 0)) {
                status = change.status();
                latest = change.at();
            }
        }
        return status;
    }

    private static Word agreed(List<Status> possible) {
        List<Word> words =
                possible.stream().map(NaiveEvaluator::word).distinct().toList();
        return words.size() == 1 ? words.getFirst() : new Word(null);
    }

    private static Word word(Status status) {
        return switch (status) {
            case AFFECTED -> new Word(true);
            case NOT_AFFECTED, FIXED -> new Word(false);
            case UNDER_INVESTIGATION, UNKNOWN -> new Word(null);
        };
    }

    private static boolean holds(VersionSet versions, String version) {
        return switch (versions) {
            case VersionSet.Every ignored -> true;
            case VersionSet.Exactly(String one) -> compare(one, version) == 0;
            case VersionSet.Between(Bounds bounds) -> within(bounds, version);
            case VersionSet.Unread ignored -> false;
        };
    }

    /// Two versions of one or two numbers.
    static int compare(String left, String right) {
        int major = Integer.compare(number(left, 0), number(right, 0));
        return major == 0 ? Integer.compare(number(left, 1), number(right, 1)) : major;
    }

    /// The first or second number, 0 where there is none.
    private static int number(String version, int place) {
        int dot = version.indexOf('.');
        if (place == 0) {
            return Integer.parseInt(version, 0, dot < 0 ? version.length() : dot, 10);
        }
        return dot < 0 ? 0 : Integer.parseInt(version, dot + 1, version.length(), 10);
    }
}
