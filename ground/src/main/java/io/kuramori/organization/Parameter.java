package io.kuramori.organization;

/// A number that an institution may set for itself. The room that asks for it declares it as a bean; its words stand
/// under `parameter.<name>`, with `.hint` for what it does.
///
/// @param name `approval.emergency.confirm-within`
/// @param unit message key of the unit, under `organization.unit.`
/// @param own Kuramori's own value, until the institution sets one
/// @param least the least that may be set
/// @param most the most that may be set
public record Parameter(String name, String unit, int own, int least, int most) {

    public Parameter {
        if (own < least || own > most) {
            throw new IllegalArgumentException(name + ": " + own + " is not between " + least + " and " + most);
        }
    }
}
