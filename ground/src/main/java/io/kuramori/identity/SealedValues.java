package io.kuramori.identity;

/// A table with values that [Envelope] sealed, so that a new master key can be made to seal them. A bean of the module
/// that owns the table.
public interface SealedValues {

    /// Seals up to `most` values anew that an old key sealed, within the transaction that is open; 0 when none are
    /// left.
    /// Values of keys that are lost are not asked for.
    ///
    /// @param old the id of the old key: bytes 2 to 9 of what it sealed
    int resealSome(byte[] old, int most);
}
