package io.kuramori.identity.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks at what the browser answered (WebAuthn §7.1, §7.2). The challenge comes out of the answer itself and must be
/// one of ours: made for the same use, young, and not answered before.
///
/// A **use** names what the answer is taken for and, where known, whose it is: `sign-in`, `step-up:` + account.
@Component
public class Answers {

    private static final int LONGEST = 64 * 1024;
    private static final List<PublicKeyCredentialParameters> PARAMETERS = Questions.ALGORITHMS.stream()
            .map(algorithm -> new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(algorithm)))
            .toList();

    private final Challenges challenges;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);

    Answers(Challenges challenges) {
        this.challenges = challenges;
    }

    /// What an answer says of itself, before anything of it is believed.
    ///
    /// @param credentialId which passkey it claims to be
    /// @param userHandle whose it claims to be; null when the authenticator does not say
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Claim(byte[] credentialId, byte @Nullable [] userHandle) {

        /// Whether the handle, if there is one, is the account's.
        public boolean mayBe(UUID account) {
            return userHandle == null || Arrays.equals(userHandle, Questions.handle(account));
        }
    }

    /// What the proof says.
    ///
    /// @param signCount the authenticator's count after it
    /// @param userVerified whether the authenticator verified its user, which makes it two factors at once
    public record Proof(long signCount, boolean userVerified) {}

    /// The new passkey.
    public Credential created(String answer, String use, Site site) throws PasskeyRefused {
        RegistrationData data = believed(() -> webAuthn.parseRegistrationResponseJSON(bounded(answer)));
        byte[] challenge = believed(() -> Objects.requireNonNull(data.getCollectedClientData())
                .getChallenge()
                .getValue());
        believed(() ->
                webAuthn.verify(data, new RegistrationParameters(server(site, challenge), PARAMETERS, false, true)));
        challenges.answered(challenge, use);

        var authenticator = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        var attested = Objects.requireNonNull(authenticator.getAttestedCredentialData());
        return new Credential(
                attested.getCredentialId(),
                credentials.convert(attested),
                authenticator.isFlagBE(),
                authenticator.getSignCount());
    }

    @SuppressWarnings("NullAway") // the library's annotation is taken for one of the bytes
    public Claim claim(String answer) throws PasskeyRefused {
        AuthenticationData data = parsed(answer);

        return new Claim(believed(() -> Objects.requireNonNull(data.getCredentialId())), data.getUserHandle());
    }

    /// The answer, proved with the credential that it claims to be of.
    public Proof proved(String answer, String use, Site site, Credential credential) throws PasskeyRefused {
        AuthenticationData data = parsed(answer);
        byte[] challenge = believed(() -> Objects.requireNonNull(data.getCollectedClientData())
                .getChallenge()
                .getValue());
        believed(() -> webAuthn.verify(
                data,
                new AuthenticationParameters(
                        server(site, challenge), record(credential), List.of(credential.id()), false, true)));
        challenges.answered(challenge, use);

        var authenticator = Objects.requireNonNull(data.getAuthenticatorData());
        return new Proof(authenticator.getSignCount(), authenticator.isFlagUV());
    }

    private AuthenticationData parsed(String answer) throws PasskeyRefused {
        return believed(() -> webAuthn.parseAuthenticationResponseJSON(bounded(answer)));
    }

    /// What comes from outside may fail the library in any way it likes; each of them refuses the answer.
    private static <T> T believed(Supplier<@Nullable T> look) throws PasskeyRefused {
        try {
            return Objects.requireNonNull(look.get());
        } catch (RuntimeException e) {
            throw new PasskeyRefused(e.getClass().getSimpleName());
        }
    }

    private CredentialRecordImpl record(Credential credential) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                null,
                credential.backupEligible(),
                null,
                credential.signCount(),
                credentials.convert(credential.data()),
                null,
                null,
                null,
                null);
    }

    private static ServerProperty server(Site site, byte[] challenge) {
        return ServerProperty.builder()
                .origin(new Origin(site.origin()))
                .rpId(site.id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static String bounded(String answer) {
        if (answer.length() > LONGEST) {
            throw new IllegalArgumentException("the answer is too long");
        }
        return answer;
    }
}
