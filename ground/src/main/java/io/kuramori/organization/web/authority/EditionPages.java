package io.kuramori.organization.web.authority;

import io.kuramori.identity.Caller;
import io.kuramori.organization.AuthorityTable;
import io.kuramori.organization.AuthorityTableId;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Trails;
import io.kuramori.organization.internal.Authority;
import io.kuramori.organization.web.authority.AuthorityViews.Deciders;
import io.kuramori.organization.web.frame.Place;
import io.kuramori.organization.web.frame.Places;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Gathers what an edition's pages show.
@Component
class EditionPages {

    private final Places places;
    private final Authority authority;
    private final Trails trails;

    EditionPages(Places places, Authority authority, Trails trails) {
        this.places = places;
        this.authority = authority;
        this.trails = trails;
    }

    AuthorityTable stored(Caller caller, UUID id) {
        return authority.edition(caller, new AuthorityTableId(id)).orElseThrow(Places::notFound);
    }

    /// The edition, if it may still be changed.
    AuthorityTable draft(Caller caller, UUID id) {
        var table = stored(caller, id);
        if (table.adopted() != null || table.retiredOn() != null) {
            throw Places.notFound();
        }
        return table;
    }

    Place place(Caller caller, AuthorityTable table) {
        return places.of(caller, table.institution());
    }

    Deciders deciders(Caller caller, Place place) {
        return new Deciders(place, authority.bodies(caller));
    }

    AuthorityViews.Listing listing(Caller caller, Place place) {
        var inForce = authority.inForce(caller, place.id(), place.today());
        var rules = inForce.map(table -> authority.rules(caller, table.id())).orElse(List.of());
        return new AuthorityViews.Listing(
                place, authority.editions(caller, place.id()), inForce, rules, deciders(caller, place));
    }

    AuthorityViews.Edition edition(Caller caller, AuthorityTable table, List<Complaint> complaints) {
        var place = place(caller, table);
        var inForce = authority.inForce(caller, place.id(), place.today()).map(AuthorityTable::id);
        var others = authority.editions(caller, place.id()).stream()
                .filter(each -> !each.id().equals(table.id()))
                .toList();
        return new AuthorityViews.Edition(
                place,
                table,
                AuthorityViews.state(table, inForce, place),
                authority.rules(caller, table.id()),
                others,
                deciders(caller, place),
                trails.of(caller, "authority-table", table.id().value()),
                complaints);
    }

    AuthorityViews.Comparison comparison(Caller caller, AuthorityTable one, AuthorityTable other) {
        var before = one.edition() <= other.edition() ? one : other;
        var after = before.equals(one) ? other : one;
        var place = place(caller, one);
        var lines = EditionDiff.between(authority.rules(caller, before.id()), authority.rules(caller, after.id()));
        return new AuthorityViews.Comparison(place, before, after, lines, deciders(caller, place));
    }
}
