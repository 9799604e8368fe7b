package io.kuramori.engine.matching.version;

import java.util.Arrays;

/// A version's place in its order, as bytes: unsigned, left to right, they compare as the versions do. So two versions
/// are equal exactly when their bytes are, the order is total by construction, comparing allocates nothing, and the
/// bytes can stand in a column as they are. Keys of different orders mean nothing to each other.
public final class VersionKey implements Comparable<VersionKey> {

    private final byte[] bytes;

    VersionKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A copy of the bytes.
    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public int compareTo(VersionKey other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Arrays.toString(bytes);
    }
}
