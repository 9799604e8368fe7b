package io.kuramori.approval.rules;

import java.util.Optional;
import java.util.UUID;

/// The one place that says who may not decide, whatever the authority table says: the requester, whoever acts for the
/// requester, and whoever holds a delegation from the requester. A deputy stands for his principal, so both must be
/// free. The database refuses the same in triggers and checks of its own.
public final class SeparationOfDuties {

    private SeparationOfDuties() {}

    /// Why somebody may not decide.
    public enum Bar {
        /// Asked for it, or entered it for whoever asks.
        OWN_REQUEST,
        /// Holds, or while the request ran held, a delegation from the requester.
        DELEGATE_OF_REQUESTER,
        /// Would act for somebody who is barred.
        PRINCIPAL_BARRED
    }

    /// What bars the power from deciding; empty when nothing does.
    public static Optional<Bar> bar(Power power, Parties parties, Offices offices) {
        var own = bar(power.actor(), parties, offices);
        if (own.isPresent() || !power.byDeputy()) {
            return own;
        }
        return bar(power.principal(), parties, offices).map(_ -> Bar.PRINCIPAL_BARRED);
    }

    /// What bars one account, acting in its own name.
    public static Optional<Bar> bar(UUID account, Parties parties, Offices offices) {
        if (parties.accounts().contains(account)) {
            return Optional.of(Bar.OWN_REQUEST);
        }
        boolean delegate = offices.delegations().stream()
                .anyMatch(each -> each.deputy().equals(account)
                        && parties.accounts().contains(each.principal())
                        && each.within(parties.since(), offices.today()));
        return delegate ? Optional.of(Bar.DELEGATE_OF_REQUESTER) : Optional.empty();
    }
}
