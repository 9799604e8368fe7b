package io.kuramori.asset.releases;

import io.kuramori.asset.BulkPick;
import io.kuramori.asset.DemandChanged;
import io.kuramori.asset.ReleaseId;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.OwnRecords;
import io.kuramori.identity.OwnRecords.Coverage;
import io.kuramori.identity.Right;
import io.kuramori.identity.Transactions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// Gives releases for which nobody answers to a post or a system, or turns them away: several at once, each checked
/// against what was seen. One that cannot be given is left and told; it does not hold up the others.
@Service
public class Giving {

    private final UnassignedRepository unassigned;
    private final ReleaseRepository releases;
    private final OwnRecords own;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    Giving(
            UnassignedRepository unassigned,
            ReleaseRepository releases,
            OwnRecords own,
            Transactions transactions,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${kuramori.zone:Asia/Tokyo}") ZoneId zone) {
        this.unassigned = unassigned;
        this.releases = releases;
        this.own = own;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /// What is done with them.
    sealed interface Act {

        record ToPost(UUID post) implements Act {}

        record ToSystem(UUID system) implements Act {}

        record Reject(String why) implements Act {}

        /// Takes back that they were turned away.
        record Restore() implements Act {}
    }

    /// @param picks sorted, so that two people's acts wait for each other instead of blocking each other
    Result run(Caller caller, Act act, List<BulkPick> picks, String reason) {
        return transactions.write(caller, reason, () -> {
            var covered = own.of(caller, Right.CHANGE_LEDGERS);
            var left = new ArrayList<Left>();
            int done = 0;
            for (BulkPick pick : picks) {
                var release = releases.find(new ReleaseId(pick.id())).orElse(null);
                var why = release == null ? Why.GONE : one(covered, act, pick, release);
                if (why == null) {
                    done++;
                } else {
                    left.add(new Left(
                            release == null ? "" : release.title(), release == null ? "" : release.path(), why));
                }
            }
            return new Result(done, left);
        });
    }

    private @Nullable Why one(Coverage covered, Act act, BulkPick pick, Release release) {
        if (!covered.covers(institution(release), release.owner())) {
            return Why.NOT_YOURS;
        }
        if (release.version() != pick.version()) {
            return Why.STALE;
        }
        boolean written = switch (act) {
            case Act.ToPost(var post) -> {
                var known = unassigned.post(post);
                if (known.isEmpty() || !fits(release, known.get())) {
                    yield false;
                }
                yield unassigned.own(release.id(), pick.version(), post);
            }
            case Act.ToSystem(var system) -> {
                var known = unassigned.system(system);
                if (known.isEmpty()
                        || !fits(release, known.get())
                        || unassigned.runs(system, release.id())
                        || !covered.covers(
                                new InstitutionId(known.get().institution()),
                                known.get().post())) {
                    yield false;
                }
                releases.link(known.get().institution(), system, release.id());
                events.publishEvent(new DemandChanged(List.of(release.id())));
                yield true;
            }
            case Act.Reject(var why) ->
                unassigned.reject(release.id(), pick.version(), LocalDate.now(clock.withZone(zone)), why);
            case Act.Restore() -> unassigned.restore(release.id(), pick.version());
        };
        return written ? null : Why.ELSEWHERE;
    }

    /// An institution's own release is given within it; the group's to anybody.
    private static boolean fits(Release release, UnassignedRepository.Choice choice) {
        return release.institution() == null || release.institution().equals(choice.institution());
    }

    private static @Nullable InstitutionId institution(Release release) {
        return release.institution() == null ? null : new InstitutionId(release.institution());
    }

    public record Result(int done, List<Left> left) {

        public Result {
            left = List.copyOf(left);
        }
    }

    /// @param title empty when it cannot be seen
    public record Left(String title, String path, Why why) {}

    /// Why a release was left as it is.
    public enum Why {
        /// It is not there, or out of scope.
        GONE,
        /// Somebody changed it after the page was shown.
        STALE,
        /// It is not the person's to give away.
        NOT_YOURS,
        /// The post or system is another institution's, or runs it already.
        ELSEWHERE;

        public String key() {
            return "asset.unassigned.left." + name().toLowerCase(Locale.ROOT);
        }
    }
}
