package io.kuramori.identity.apikeys;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.kuramori.identity.ApiPermission;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Keeping service accounts and keys. Whoever calls has seen to it that the caller is an administrator.
@Service
class ApiKeys {

    /// No key lives longer than a year, so each is looked at once a year.
    static final Duration LONGEST = Duration.ofDays(366);

    private final ApiKeyRepository repository;
    private final Transactions transactions;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    ApiKeys(ApiKeyRepository repository, Transactions transactions, Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What was asked for a new key.
    ///
    /// @param root null for the whole group
    record Asked(String name, @Nullable InstitutionId root, Set<ApiPermission> permissions, Instant expiresAt) {
        Asked {
            permissions = Set.copyOf(permissions);
        }
    }

    /// @param text shown once
    record Made(ApiKey key, KeyText text) {}

    List<ServiceAccount> services() {
        return repository.services(clock.instant());
    }

    Optional<ServiceAccount> service(UUID id) {
        return repository.service(id, clock.instant());
    }

    List<ApiKey> keys(UUID service) {
        return repository.keys(service);
    }

    /// The new account's id; empty when the name is taken.
    Optional<UUID> create(Caller caller, String name, String purpose) {
        return transactions.write(caller, "identity.reason.service-created", () -> {
            if (repository.nameTaken(name)) {
                return Optional.empty();
            }
            UUID id = ids.generate();
            repository.insert(id, name, purpose, clock.instant());
            return Optional.of(id);
        });
    }

    /// None of its keys opens anything from now on.
    void retire(Caller caller, ServiceAccount service) {
        transactions.write(caller, "identity.reason.service-retired", () -> {
            repository.retire(service, clock.instant());
            return true;
        });
    }

    /// @throws IllegalArgumentException when the key would live too long, do nothing, or reach further than its maker
    Made make(Caller caller, ServiceAccount service, Asked asked) {
        Instant now = clock.instant();
        boolean timely = asked.expiresAt().isAfter(now) && !asked.expiresAt().isAfter(now.plus(LONGEST));
        boolean within = asked.root() == null || caller.scope().contains(asked.root());
        if (!timely || !within || asked.permissions().isEmpty() || service.retiredAt() != null) {
            throw new IllegalArgumentException("such a key cannot be made");
        }

        var text = KeyText.make();
        var key = new ApiKey(
                ids.generate(),
                1,
                service.id(),
                asked.root(),
                asked.name(),
                text.hint(),
                asked.permissions(),
                now,
                asked.expiresAt(),
                null,
                null,
                null);
        transactions.write(caller, "identity.reason.key-made", () -> {
            repository.insert(key, text.hash());
            return true;
        });
        return new Made(key, text);
    }

    /// False when the account has no such live key.
    boolean revoke(Caller caller, UUID service, UUID id) {
        return transactions.write(caller, "identity.reason.key-revoked", () -> {
            var key = repository.keys(service).stream()
                    .filter(one -> one.id().equals(id) && one.revokedAt() == null)
                    .findFirst();
            key.ifPresent(one -> repository.revoke(one, clock.instant()));
            return key.isPresent();
        });
    }
}
