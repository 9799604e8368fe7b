package io.kuramori.organization.web.links;

import io.kuramori.organization.internal.AccountLink;
import io.kuramori.organization.internal.AccountLink.Standing;
import io.kuramori.organization.internal.Linkable;
import java.time.Instant;
import java.util.List;

/// Everything on the page of links, by how it stands.
public record LinksView(List<AccountLink> all, Linkable linkable, Instant now) {

    public LinksView {
        all = List.copyOf(all);
    }

    public List<AccountLink> waiting() {
        return standing(Standing.WAITING);
    }

    public List<AccountLink> unconfirmed() {
        return standing(Standing.UNCONFIRMED);
    }

    public List<AccountLink> held() {
        return standing(Standing.HELD);
    }

    public List<AccountLink> over() {
        return standing(Standing.ENDED, Standing.REFUSED, Standing.LAPSED);
    }

    private List<AccountLink> standing(Standing... wanted) {
        return all.stream()
                .filter(link -> List.of(wanted).contains(link.standing(now)))
                .toList();
    }
}
