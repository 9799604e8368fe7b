package io.kuramori.identity;

/// Secrets at rest: sealed with the master key, which is kept outside the database and outside every backup.
///
/// A sealed value names the key that sealed it, so values of an older key stay readable while that key is in the file.
public interface Envelope {

    /// Seals `secret` for one purpose.
    ///
    /// @param purpose what the secret is for, with the id of its record (`identity.totp:` + id); a value sealed for
    ///     one purpose does not open for another, so swapping rows in the database gains nothing
    byte[] seal(byte[] secret, String purpose);

    /// The secret back.
    ///
    /// @throws CannotOpen when the value was altered, was sealed for another purpose, or its key is not at hand
    byte[] open(byte[] sealed, String purpose);

    /// A sealed value does not open.
    final class CannotOpen extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public CannotOpen(String message) {
            super(message);
        }
    }
}
