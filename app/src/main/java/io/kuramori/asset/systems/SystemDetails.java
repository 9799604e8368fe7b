package io.kuramori.asset.systems;

import io.kuramori.asset.Exposure;
import io.kuramori.database.SearchKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people say about a system; everything but its identity and the state of its record.
///
/// @param reading how the name is read, in kana; sorts the ledger
/// @param ownerPost the post that answers for it; null while nobody does, which is shown as a lack
/// @param rtoMinutes time to recovery that is promised
/// @param rpoMinutes data that may be lost, in time
/// @param thirdParty who provides or runs it, by name
public record SystemDetails(
        String name,
        @Nullable String reading,
        SystemKind kind,
        @Nullable UUID ownerPost,
        @Nullable UUID department,
        @Nullable String description,
        Rating rating,
        Exposure exposure,
        @Nullable Integer rtoMinutes,
        @Nullable Integer rpoMinutes,
        @Nullable String thirdParty) {

    /// The same with another owner and department.
    SystemDetails belonging(@Nullable UUID post, @Nullable UUID toDepartment) {
        return new SystemDetails(
                name,
                reading,
                kind,
                post,
                toDepartment,
                description,
                rating,
                exposure,
                rtoMinutes,
                rpoMinutes,
                thirdParty);
    }

    String searchKey(String code) {
        return SearchKey.of(code, name, text(reading), text(description), text(thirdParty));
    }

    String sortKey() {
        return SearchKey.of(reading == null ? name : reading);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
