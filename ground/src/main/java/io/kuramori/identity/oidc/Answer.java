package io.kuramori.identity.oidc;

/// What the browser brought back from a provider; each empty when it is not there.
///
/// @param iss which provider says so (RFC 9207)
public record Answer(String code, String iss, String error) {

    @Override
    public String toString() {
        return "Answer[…]";
    }
}
