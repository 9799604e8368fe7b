package io.kuramori.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/// What a service account's key may be good for. A key names each of its permissions; there is none for everything.
///
/// A controller that programs may call declares [Needed]. Without it no key opens the endpoint, whatever it may do
/// elsewhere: keys reach nothing that was not meant for them. People are not concerned; their rights are roles.
public enum ApiPermission {
    /// Send bills of materials, and follow their processing.
    SBOM_SEND(Right.READ_LEDGERS, Right.ATTACH_SBOM),
    /// Enter the release that a bill of materials is for when there is none yet. It waits for an owner.
    RELEASES_ADD(Right.READ_LEDGERS, Right.ADD_RELEASES),
    /// Read findings and their counts.
    FINDINGS_READ(Right.READ_LEDGERS, Right.READ_VULNERABILITIES),
    /// Read the ledger of systems and releases.
    SYSTEMS_READ(Right.READ_LEDGERS),
    /// Change the ledger of systems and releases.
    SYSTEMS_WRITE(Right.READ_LEDGERS, Right.CHANGE_LEDGERS),
    /// Send log lines.
    LOGS_SEND,
    /// Read indicators and bulletins.
    INDICATORS_READ,
    /// Send indicators and bulletins.
    INDICATORS_WRITE,
    /// Keep people and departments in step with a directory.
    PEOPLE_WRITE,
    /// Add evidence files.
    EVIDENCE_ADD;

    // A copy nobody can change; the checker cannot see it.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Right> rights;

    ApiPermission(Right... rights) {
        this.rights = List.of(rights);
    }

    /// What a key with this permission may do, where it reaches.
    public List<Right> rights() {
        return rights;
    }

    /// On a controller or its method: the permissions with any of which a key may call it; none named means that every
    /// key may. On the method it replaces the controller's.
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE})
    public @interface Needed {
        ApiPermission[] value();
    }
}
