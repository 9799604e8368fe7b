package io.kuramori.engine.matching.version.maven;

import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.version.maven.MavenVersion.Item;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Maven's order of versions as Maven 3.9 decides it (Apache Maven POM Reference, "Version Order Specification"). It
/// gives every text a place.
public final class MavenOrder extends VersionOrder<MavenVersion> {

    public static final MavenOrder INSTANCE = new MavenOrder();

    private MavenOrder() {
        super("Maven");
    }

    @Override
    protected @Nullable MavenVersion read(String text) {
        return new Reading(text.toLowerCase(Locale.ROOT)).version();
    }

    /// One pass over the text. `levels` holds the open lists, outermost first; the last is being filled.
    private static final class Reading {

        private final String text;
        private final List<List<Item>> levels = new ArrayList<>();
        private int start;
        private boolean digits;

        Reading(String text) {
            this.text = text;
            levels.add(new ArrayList<>());
        }

        MavenVersion version() {
            for (int i = 0; i < text.length(); i++) {
                step(i, text.charAt(i));
            }
            if (start < text.length()) {
                openIf(!digits && !current().isEmpty());
                current().add(item(text.length()));
            }
            return new MavenVersion(close());
        }

        private void step(int i, char c) {
            if (c == '.' || c == '-') {
                current().add(i == start ? new MavenVersion.Digits(BigInteger.ZERO) : item(i));
                start = i + 1;
                openIf(c == '-');
            } else if (c >= '0' && c <= '9') {
                if (!digits && i > start) {
                    openIf(!current().isEmpty());
                    current().add(new MavenVersion.Word(word(text.substring(start, i), true)));
                    start = i;
                    openIf(true);
                }
                digits = true;
            } else {
                if (digits && i > start) {
                    current().add(item(i));
                    start = i;
                    openIf(true);
                }
                digits = false;
            }
        }

        private Item item(int end) {
            String part = text.substring(start, end);
            return digits ? new MavenVersion.Digits(new BigInteger(part)) : new MavenVersion.Word(word(part, false));
        }

        private static String word(String part, boolean beforeDigits) {
            return switch (part) {
                case "a" -> beforeDigits ? "alpha" : part;
                case "b" -> beforeDigits ? "beta" : part;
                case "m" -> beforeDigits ? "milestone" : part;
                case "cr" -> "rc";
                case "ga", "final", "release" -> "";
                default -> part;
            };
        }

        private List<Item> current() {
            return levels.getLast();
        }

        private void openIf(boolean deeper) {
            if (deeper) {
                levels.add(new ArrayList<>());
            }
        }

        /// Each open list is the last item of the one outside it; trailing nothings are dropped from the inside out.
        private MavenVersion.Level close() {
            MavenVersion.Level inner = new MavenVersion.Level(trimmed(levels.getLast()));
            for (int i = levels.size() - 2; i >= 0; i--) {
                levels.get(i).add(inner);
                inner = new MavenVersion.Level(trimmed(levels.get(i)));
            }
            return inner;
        }

        /// Drops nothings at the end and before the level that ends the list.
        private static List<Item> trimmed(List<Item> items) {
            for (int i = items.size() - 1; i >= 0; i--) {
                Item item = items.get(i);
                if (nothing(item)) {
                    items.remove(i);
                } else if (!(item instanceof MavenVersion.Level)) {
                    break;
                }
            }
            return items;
        }

        private static boolean nothing(Item item) {
            return switch (item) {
                case MavenVersion.Digits(BigInteger value) -> value.signum() == 0;
                case MavenVersion.Word(String word) -> word.isEmpty();
                case MavenVersion.Level(List<Item> items) -> items.isEmpty();
            };
        }
    }
}
