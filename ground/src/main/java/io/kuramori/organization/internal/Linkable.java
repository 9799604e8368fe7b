package io.kuramori.organization.internal;

import io.kuramori.organization.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Accounts and people that belong to nobody yet, and which of them have the same address.
public record Linkable(List<FreeAccount> accounts, List<FreePerson> people) {

    public Linkable {
        accounts = List.copyOf(accounts);
        people = List.copyOf(people);
    }

    public record FreeAccount(UUID id, String name, String email) {}

    public record FreePerson(
            PersonId id,
            String institution,
            String code,
            String name,
            @Nullable String email) {}

    public record Pair(FreeAccount account, FreePerson person) {

        public boolean sameAddress() {
            return account.email().equalsIgnoreCase(person.email());
        }
    }

    /// Pairs with the same address: a hint for whoever looks, no more.
    public List<Pair> suggestions() {
        var byAddress = new HashMap<String, FreeAccount>();
        accounts.forEach(account -> byAddress.put(account.email().toLowerCase(Locale.ROOT), account));
        var pairs = new ArrayList<Pair>();
        for (FreePerson person : people) {
            var address = person.email();
            var account = address == null ? null : byAddress.get(address.toLowerCase(Locale.ROOT));
            if (account != null) {
                pairs.add(new Pair(account, person));
            }
        }
        return pairs;
    }
}
