package io.kuramori.identity.apikeys;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.InstitutionTree;
import io.kuramori.identity.Reach;
import io.kuramori.identity.Right;
import io.kuramori.identity.Rights;
import io.kuramori.identity.Role;
import io.kuramori.identity.signin.Attempts;
import io.kuramori.identity.signin.KeyCallers;
import io.kuramori.journal.Actor;
import io.kuramori.journal.Actor.Kind;
import io.kuramori.journal.Actor.Strength;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Finds a key by its hash. Wrong keys are counted by address, apart from people's tries: a forgotten job with an old
/// key locks nobody out, and a right key is let in however many wrong ones come from beside it.
@Component
final class StoredKeyCallers implements KeyCallers {

    private static final Logger LOG = LoggerFactory.getLogger(StoredKeyCallers.class);

    /// Being used is written at most this often.
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private final ApiKeyRepository repository;
    private final Attempts attempts;
    private final ObjectProvider<InstitutionTree> tree;
    private final Clock clock;

    StoredKeyCallers(
            ApiKeyRepository repository, Attempts attempts, ObjectProvider<InstitutionTree> tree, Clock clock) {
        this.repository = repository;
        this.attempts = attempts;
        this.tree = tree;
        this.clock = clock;
    }

    @Override
    public Optional<Keyed> find(String key, String address) {
        Instant now = clock.instant();
        var text = new KeyText(key);
        var found = text.wellFormed() ? repository.byHash(text.hash(), now) : Optional.<ApiKey>empty();
        if (found.isEmpty()) {
            attempts.begin("key from " + address, "key from " + address);
            LOG.info("key refused from {}", address);
            return Optional.empty();
        }

        var used = found.get().lastUsedAt();
        if (used == null || used.isBefore(now.minus(TOUCH))) {
            repository.used(found.get().id(), now, address);
        }
        return repository.service(found.get().serviceAccount(), now).map(service -> keyed(service, found.get()));
    }

    private Keyed keyed(ServiceAccount service, ApiKey key) {
        var actor = new Actor(service.id(), Kind.SERVICE, Strength.MACHINE);

        var scope = scope(key);
        var reach = new Reach(key.root() == null, scope, Set.of());
        var reaches = new EnumMap<Right, Reach>(Right.class);
        key.permissions().forEach(permission -> permission.rights().forEach(right -> reaches.put(right, reach)));
        var rights = new Rights(Set.of(Role.SERVICE), reaches, Set.of());
        return new Keyed(new Caller(actor, service.name(), scope, rights), key.permissions());
    }

    private Set<InstitutionId> scope(ApiKey key) {
        var institutions = tree.getIfAvailable();
        if (institutions == null) {
            return Set.of();
        }

        var root = key.root();
        return root == null ? institutions.all() : institutions.subtree(root);
    }
}
