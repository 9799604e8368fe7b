package io.kuramori;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/// A platform authenticator that Chromium pretends to have (CDP domain `WebAuthn`): it holds passkeys and verifies its
/// user without asking.
final class VirtualAuthenticator {

    private final CDPSession devtools;
    private final String id;

    VirtualAuthenticator(Page page) {
        devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var add = new JsonObject();
        add.add("options", options);
        id = devtools.send("WebAuthn.addVirtualAuthenticator", add)
                .get("authenticatorId")
                .getAsString();
    }

    /// Whether the user passes the check (fingerprint, PIN) from now on.
    void verifies(boolean verified) {
        var set = new JsonObject();
        set.addProperty("authenticatorId", id);
        set.addProperty("isUserVerified", verified);
        devtools.send("WebAuthn.setUserVerified", set);
    }
}
