package io.kuramori.identity.passkeys;

import java.net.URI;

/// Where the browser believes to be: an answer made for another site is worth nothing here.
///
/// @param origin scheme, host and port, as in `https://kuramori.example`
/// @param id the relying party's id, the host (WebAuthn §5.1.2)
public record Site(String origin, String id) {

    /// @param address of any page of the site
    public static Site of(URI address) {
        int port = address.getPort();
        boolean usual = port == -1
                || (port == 443 && address.getScheme().equals("https"))
                || (port == 80 && address.getScheme().equals("http"));
        var origin = address.getScheme() + "://" + address.getHost() + (usual ? "" : ":" + port);

        return new Site(origin, address.getHost());
    }
}
