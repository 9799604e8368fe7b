package io.kuramori.evidence.items;

import io.kuramori.identity.Caller;
import io.kuramori.identity.RestrictedRecords;
import org.springframework.stereotype.Component;

/// Every reading of evidence passes here: its page, its file. The one place for an access log.
@Component
class Reads {

    private final RestrictedRecords restricted;

    Reads(RestrictedRecords restricted) {
        this.restricted = restricted;
    }

    /// Before anything of the item leaves; what cannot be noted does not leave.
    void note(Caller caller, Item item, Custody.Act act) {
        restricted.noteRead(caller, item.institution(), item.id());
    }
}
