package io.kuramori.identity.oidc;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// The providers that are configured, by their short names.
@Component
@EnableConfigurationProperties(SignInProperties.class)
public class Providers {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,30}");

    private final List<Provider> all;

    Providers(SignInProperties properties, Clock clock) {
        var calls = new Calls();
        all = new TreeMap<>(properties.oidc())
                .entrySet().stream()
                        .map(entry -> new Provider(checked(entry.getKey()), entry.getValue(), calls, clock))
                        .toList();
    }

    public List<Provider> all() {
        return all;
    }

    public Optional<Provider> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// The name of whoever issues as `issuer`, or the issuer itself when it is configured no more.
    public String name(String issuer) {
        return all.stream()
                .filter(one -> one.issuer().equals(issuer))
                .map(Provider::name)
                .findFirst()
                .orElse(issuer);
    }

    private static String checked(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalStateException("kuramori.sign-in.oidc." + id + ": use a–z, 0–9 and hyphens");
        }
        return id;
    }
}
