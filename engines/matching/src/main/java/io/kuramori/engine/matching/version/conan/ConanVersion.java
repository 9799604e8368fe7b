package io.kuramori.engine.matching.version.conan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A Conan version. Where numbers and words meet, Conan compares them as texts, so that `10` stands before `1a`, `1a`
/// before `2`, and `2` before `10`: its order runs in circles there, and this one decides as Conan does.
///
/// @param items the parts between dots, without zeros at the end
/// @param pre the part after the first hyphen, null without one
/// @param build the part after the first plus, null without one
public record ConanVersion(
        List<Item> items,
        @Nullable ConanVersion pre,
        @Nullable ConanVersion build) implements Comparable<ConanVersion> {

    /// @param numeric whether the text is a number, without leading zeros
    record Item(String text, boolean numeric) {

        int compare(Item other) {
            return numeric && other.numeric && text.length() != other.text.length()
                    ? Integer.compare(text.length(), other.text.length())
                    : text.compareTo(other.text);
        }
    }

    public ConanVersion {
        items = List.copyOf(items);
    }

    @Override
    public int compareTo(ConanVersion other) {
        int order = compareItems(other);
        if (order != 0) {
            return order;
        }
        if (pre == null || other.pre == null) {
            order = Boolean.compare(pre == null, other.pre == null);
        } else {
            order = pre.compareTo(other.pre);
        }
        if (order != 0) {
            return order;
        }
        if (build == null || other.build == null) {
            return Boolean.compare(build != null, other.build != null);
        }
        return build.compareTo(other.build);
    }

    private int compareItems(ConanVersion other) {
        int shared = Math.min(items.size(), other.items.size());
        for (int i = 0; i < shared; i++) {
            int order = items.get(i).compare(other.items.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(items.size(), other.items.size());
    }
}
