package io.kuramori.identity.signin;

import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.TooManyAttempts;
import io.kuramori.identity.oidc.Answer;
import io.kuramori.identity.oidc.OidcRefused;
import io.kuramori.identity.oidc.Provider;
import io.kuramori.identity.oidc.Providers;
import io.kuramori.identity.signin.DirectorySignIn.Outcome;
import io.kuramori.journal.Actor.Strength;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/// To a directory and back. The session's cookie does not come along from another site, so whoever arrives gets a page
/// of
/// ours that leads on, with the new cookie, instead of a redirect.
@Controller
@Allows(Right.ENTER)
class DirectoryController {

    private final Providers providers;
    private final Flows flows;
    private final DirectorySignIn signIn;
    private final Sites sites;

    DirectoryController(Providers providers, Flows flows, DirectorySignIn signIn, Sites sites) {
        this.providers = providers;
        this.flows = flows;
        this.signIn = signIn;
        this.sites = sites;
    }

    @GetMapping("/login/oidc/{provider}")
    Object leave(
            @PathVariable String provider,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return leave(known(provider), next, false, request, response, model);
    }

    /// For a fresh proof in the session that is open.
    @Allows(Right.BE_SIGNED_IN)
    @GetMapping("/step-up/oidc/{provider}")
    Object leaveAgain(
            Caller caller,
            @PathVariable String provider,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return leave(known(provider), next, true, request, response, model);
    }

    @GetMapping("/login/oidc/{provider}/back")
    Object arrive(
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String iss,
            @RequestParam(defaultValue = "") String error,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        var from = known(provider);
        var flow = flows.end(from, state, request, response).orElse(null);
        if (flow == null) {
            return refused(response, model, HttpStatus.FORBIDDEN, "identity.directory.refused.lead");
        }
        try {
            return switch (signIn.arrive(from, flow, new Answer(code, iss, error), Origin.of(request))) {
                case Outcome.In in -> in(in, flow, request, response, model);
                case Outcome.Nobody nobody -> nobody(nobody, from, response, model);
                case Outcome.Refused(boolean unreachable) ->
                    unreachable
                            ? refused(response, model, HttpStatus.BAD_GATEWAY, "identity.directory.unreachable")
                            : refused(response, model, HttpStatus.FORBIDDEN, "identity.directory.refused.lead");
            };
        } catch (TooManyAttempts e) {
            LoginController.throttled(response, e);
            return page(model, "identity.login.throttled");
        }
    }

    /// Signs out there too, for whoever wants that after signing out here.
    @GetMapping("/login/oidc/{provider}/out")
    Object out(@PathVariable String provider, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            var address = known(provider).signOutAddress(sites.of(request).origin() + "/login");
            return LoginController.redirect(address.isEmpty() ? "/login" : address);
        } catch (OidcRefused _) {
            return refused(response, model, HttpStatus.BAD_GATEWAY, "identity.directory.unreachable");
        }
    }

    private Object leave(
            Provider provider,
            String next,
            boolean again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            var flow = flows.begin(provider, next, again, request, response);
            return LoginController.redirect(provider.address(flow.question()));
        } catch (OidcRefused _) {
            return refused(response, model, HttpStatus.BAD_GATEWAY, "identity.directory.unreachable");
        }
    }

    private static String in(
            Outcome.In in, Flow flow, HttpServletRequest request, HttpServletResponse response, Model model) {
        SessionCookie.set(request, response, in.token());
        model.addAttribute(
                "forward",
                in.strength() == Strength.PASSWORD
                        ? UriComponentsBuilder.fromPath("/login/code")
                                .queryParam("next", "{next}")
                                .encode()
                                .buildAndExpand(flow.next())
                                .toUriString()
                        : flow.next());
        return "identity/directory-arrived";
    }

    private static String nobody(Outcome.Nobody nobody, Provider from, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("provider", from.name()).addAttribute("number", nobody.number());
        return "identity/directory-nobody";
    }

    private static String refused(HttpServletResponse response, Model model, HttpStatus status, String lead) {
        response.setStatus(status.value());
        return page(model, lead);
    }

    private static String page(Model model, String lead) {
        model.addAttribute("lead", lead);
        return "identity/directory-refused";
    }

    private Provider known(String id) {
        return providers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
