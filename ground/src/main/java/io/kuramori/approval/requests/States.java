package io.kuramori.approval.requests;

import io.kuramori.approval.Proof;
import io.kuramori.approval.rules.State;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// States by the words under which they are stored.
public final class States {

    private States() {}

    public static String word(State state) {
        return switch (state) {
            case State.Waiting _ -> "waiting";
            case State.Returned _ -> "returned";
            case State.Provisional _ -> "provisional";
            case State.Approved _ -> "approved";
            case State.Refused _ -> "refused";
            case State.Withdrawn _ -> "withdrawn";
            case State.Voided _ -> "voided";
            case State.Revoked _ -> "revoked";
        };
    }

    static State of(String word, @Nullable Proof proof, @Nullable LocalDate confirmBy) {
        return switch (word) {
            case "waiting" -> new State.Waiting();
            case "returned" -> new State.Returned();
            case "provisional" -> new State.Provisional(Objects.requireNonNull(confirmBy));
            case "approved" -> new State.Approved(Objects.requireNonNull(proof));
            case "refused" -> new State.Refused();
            case "withdrawn" -> new State.Withdrawn();
            case "voided" -> new State.Voided();
            case "revoked" -> new State.Revoked();
            default -> throw new IllegalStateException("status " + word);
        };
    }
}
