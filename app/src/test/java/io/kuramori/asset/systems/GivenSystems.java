package io.kuramori.asset.systems;

import io.kuramori.asset.Exposure;
import io.kuramori.asset.RoomsContext;
import io.kuramori.asset.SystemId;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;

/// What tests of the rooms above need of systems.
public final class GivenSystems {

    private final SystemLedger ledger;

    public GivenSystems(RoomsContext rooms) {
        ledger = rooms.bean(SystemLedger.class);
    }

    public SystemId system(Caller caller, InstitutionId institution, int rating, Exposure exposure) {
        return ledger.add(caller, institution, null, details(rating, exposure), "新規登録")
                .id();
    }

    public void rate(Caller caller, SystemId system, int version, int rating, Exposure exposure) {
        ledger.change(caller, system, version, details(rating, exposure), "見直し");
    }

    private static SystemDetails details(int rating, Exposure exposure) {
        return new SystemDetails(
                "インターネットバンキング",
                null,
                SystemKind.INFORMATION_SYSTEM,
                RoomsContext.BANK_POST,
                null,
                null,
                new Rating(rating, 1, 1, false),
                exposure,
                null,
                null,
                null);
    }
}
