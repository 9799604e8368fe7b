package io.kuramori.organization;

import java.util.List;

/// What was given cannot be stored; each complaint names its field. Nothing was changed.
public final class Invalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Complaint> complaints;

    public Invalid(List<Complaint> complaints) {
        super(complaints.toString());
        this.complaints = List.copyOf(complaints);
    }

    public Invalid(String field, String key, Object... arguments) {
        this(List.of(new Complaint(field, key, List.of(arguments))));
    }

    public List<Complaint> complaints() {
        return complaints;
    }

    /// @param field the field of the form or the column of the sheet
    /// @param key message key that says what was expected
    /// @param arguments for the message
    public record Complaint(String field, String key, List<Object> arguments) {

        public Complaint {
            arguments = List.copyOf(arguments);
        }
    }
}
