package io.kuramori.engine.matching;

import io.kuramori.engine.matching.segment.Damaged;
import io.kuramori.engine.matching.segment.Hash;
import io.kuramori.engine.matching.segment.In;
import io.kuramori.engine.matching.version.Parse;
import io.kuramori.engine.matching.version.VersionKey;
import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.version.maven.MavenVersion;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A component's version in its ecosystem's order, to be compared with versions kept as bytes: as keys where the order
/// has them, else as texts that are parsed again.
sealed interface Place {

    /// How it compares with the version that follows; goes past that.
    int compareNext(In in);

    /// Whether one of the versions that follow, a number of them and each a name as [#name] gives it, may be the same.
    boolean mayBeAmong(In in);

    /// Whether being among them is certain, not only possible.
    boolean certain();

    /// @return null when the text is not a version in the order
    static <K extends Comparable<K>> @Nullable Place of(VersionOrder<K> order, String text) {
        if (!(order.parse(text) instanceof Parse.Parsed<K>(K key))) {
            return null;
        }
        return key instanceof VersionKey bytes ? new Key(bytes.toBytes()) : new Text<>(order, key, name(key, text));
    }

    /// Whether what has the key's place is the same in every comparison.
    static boolean exact(Object key) {
        return key instanceof VersionKey;
    }

    /// A version as a bound.
    static byte[] bound(Object key, String text) {
        return key instanceof VersionKey bytes ? bytes.toBytes() : text.strip().getBytes(StandardCharsets.UTF_8);
    }

    /// A version as a name: what is the same by the order has the same name.
    static byte[] name(Object key, String text) {
        if (key instanceof VersionKey bytes) {
            return bytes.toBytes();
        }
        // Orders that run in circles elsewhere have no name that all that is the same shares.
        return eight(key instanceof MavenVersion ? numbers(text) : 0);
    }

    private static byte[] eight(long value) {
        byte[] bytes = new byte[8];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (value >>> (56 - 8 * i));
        }
        return bytes;
    }

    /// A hash of the numbers in a text that are not nought, which are the same in all that Maven reads as the same.
    private static long numbers(String text) {
        StringBuilder numbers = new StringBuilder();
        boolean within = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean digit = c >= '0' && c <= '9';
            if (digit && (within || c != '0')) {
                numbers.append(c);
                within = true;
            } else if (!digit && within) {
                numbers.append('.');
                within = false;
            }
        }
        return Hash.of(numbers);
    }

    // Places are never compared as records.
    @SuppressWarnings("ArrayRecordComponent")
    record Key(byte[] bytes) implements Place {
        @Override
        public int compareNext(In in) {
            return in.compareNext(bytes);
        }

        @Override
        public boolean mayBeAmong(In in) {
            boolean among = false;
            for (int left = in.count(); left > 0; left--) {
                among |= in.compareNext(bytes) == 0;
            }
            return among;
        }

        @Override
        public boolean certain() {
            return true;
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Text<K extends Comparable<K>>(VersionOrder<K> order, K key, byte[] name) implements Place {
        @Override
        public int compareNext(In in) {
            if (order.parse(in.text()) instanceof Parse.Parsed<K>(K other)) {
                return key.compareTo(other);
            }
            throw new Damaged("a version of the order " + order.name());
        }

        @Override
        public boolean mayBeAmong(In in) {
            boolean among = false;
            for (int left = in.count(); left > 0; left--) {
                among |= in.compareNext(name) == 0;
            }
            return among;
        }

        @Override
        public boolean certain() {
            return false;
        }
    }
}
