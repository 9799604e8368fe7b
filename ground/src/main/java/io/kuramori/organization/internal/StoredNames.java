package io.kuramori.organization.internal;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionNames;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class StoredNames implements InstitutionNames {

    private final Institutions institutions;

    StoredNames(Institutions institutions) {
        this.institutions = institutions;
    }

    @Override
    public List<Named> inScope(Caller caller) {
        return institutions.all(caller).stream()
                .filter(each -> each.retiredOn() == null)
                .map(each -> new Named(each.id(), each.code(), each.name()))
                .toList();
    }
}
