package io.kuramori.organization.web.frame;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Institution;
import io.kuramori.organization.internal.Institutions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// Finds the institution that a page is asked for, among those that the caller sees.
@Component
public class Places {

    private final Institutions institutions;
    private final Clock clock;

    Places(Institutions institutions, Clock clock) {
        this.institutions = institutions;
        this.clock = clock;
    }

    /// Empty while there is no institution at all.
    ///
    /// @param code blank for the first one
    /// @throws ResponseStatusException 404 when there are institutions, but none of this code
    public Optional<Place> find(Caller caller, String code) {
        var all = institutions.all(caller);
        if (code.isBlank() && all.stream().noneMatch(Places::inForce)) {
            return Optional.empty();
        }
        return Optional.of(
                code.isBlank()
                        ? place(caller, all, Places::inForce)
                        : place(caller, all, each -> each.code().equals(code)));
    }

    public Place of(Caller caller, String code) {
        return find(caller, code).orElseThrow(Places::notFound);
    }

    public Place of(Caller caller, InstitutionId id) {
        return place(caller, institutions.all(caller), each -> each.id().equals(id));
    }

    public static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private Place place(Caller caller, List<Institution> all, Predicate<Institution> wanted) {
        var selected = all.stream().filter(wanted).findFirst().orElseThrow(Places::notFound);
        return new Place(
                all.stream().filter(Places::inForce).toList(),
                selected,
                institutions.path(caller, selected.id()),
                LocalDate.now(clock.withZone(selected.zone())));
    }

    private static boolean inForce(Institution institution) {
        return institution.retiredOn() == null;
    }
}
