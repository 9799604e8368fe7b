package io.kuramori.organization.internal;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.Invalid;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/// Every change of the organization passes here: one transaction, and what the database refuses said in words.
@Component
class Writes {

    /// Constraint → the field that a person must change; its message is `organization.error.<constraint>`.
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("institution_code_key", "code"),
            Map.entry("institution_cycle", "parent"),
            Map.entry("department_institution_id_code_key", "code"),
            Map.entry("department_cycle", "parent"),
            Map.entry("department_institution_id_parent_id_fkey", "parent"),
            Map.entry("post_institution_id_code_key", "code"),
            Map.entry("post_institution_id_department_id_fkey", "department"),
            Map.entry("person_institution_id_code_key", "code"),
            Map.entry("appointment_principal", "from"),
            Map.entry("appointment_twice", "from"),
            Map.entry("committee_institution_id_code_key", "code"),
            Map.entry("committee_member_twice", "post"),
            Map.entry("committee_meeting_once", "heldOn"),
            Map.entry("special_day_once", "day"),
            Map.entry("parameter_once", "from"),
            Map.entry("authority_table_start", "effectiveFrom"),
            Map.entry("authority_table_adopted", ""),
            Map.entry("authority_rule_once", "decision"),
            Map.entry("authority_rule_adopted", ""));

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final Transactions transactions;

    Writes(Transactions transactions) {
        this.transactions = transactions;
    }

    UUID newId() {
        return ids.generate();
    }

    <T> T read(Caller caller, Supplier<T> work) {
        return transactions.read(caller, work);
    }

    /// @throws Invalid when a constraint of this module refuses the change
    <T> T write(Caller caller, String reason, Supplier<T> work) {
        try {
            return transactions.write(caller, reason, work);
        } catch (DataIntegrityViolationException e) {
            var constraint = constraint(e);
            var field = constraint == null ? null : FIELDS.get(constraint);
            if (field == null) {
                throw e;
            }
            throw new Invalid(field, "organization.error." + constraint);
        }
    }

    void write(Caller caller, String reason, Runnable work) {
        write(caller, reason, () -> {
            work.run();
            return true;
        });
    }

    /// @throws StaleRecord when no row had the expected version
    static void expectOne(int rows, String kind, UUID id) {
        if (rows != 1) {
            throw new StaleRecord(kind, id);
        }
    }

    private static @Nullable String constraint(DataIntegrityViolationException failure) {
        if (failure.getMostSpecificCause() instanceof PSQLException e && e.getServerErrorMessage() != null) {
            return e.getServerErrorMessage().getConstraint();
        }
        return null;
    }
}
