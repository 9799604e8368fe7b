package io.kuramori.identity.rights;

/// A grant as a page shows it.
///
/// @param place the institution in words; empty for the whole group
/// @param mayConfirm whether who looks is a second person for it
/// @param mayWithdraw whether who looks asked for it and may take it back
/// @param mayEnd whether who looks may take it away
public record GrantView(
        Grant grant, Grant.Standing standing, String place, boolean mayConfirm, boolean mayWithdraw, boolean mayEnd) {

    /// Message key of the role's word.
    public String roleKey() {
        return "identity.role." + grant.role();
    }

    public String standingKey() {
        return "identity.rights.standing." + standing;
    }

    /// Message key of what the role lets one do, in a sentence.
    public String meansKey() {
        return "identity.role.means." + grant.role();
    }
}
