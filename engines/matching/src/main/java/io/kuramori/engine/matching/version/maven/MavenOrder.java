package io.kuramori.engine.matching.version.maven;

import io.kuramori.engine.matching.version.VersionOrder;
import io.kuramori.engine.matching.version.maven.MavenVersion.Item;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Maven's order of versions (Apache Maven POM Reference, "Version Order Specification"), which gives every text a
/// place.
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
        private boolean combined;

        Reading(String text) {
            this.text = text;
            levels.add(new ArrayList<>());
        }

        MavenVersion version() {
            for (int i = 0; i < text.length(); i++) {
                step(i, text.charAt(i));
            }
            if (start < text.length()) {
                if (!digits && !current().isEmpty()) {
                    open();
                }
                current().add(item(text.substring(start)));
            }
            return new MavenVersion(close());
        }

        private void step(int i, char c) {
            if (c == '.') {
                current().add(i == start ? new Item.Digits(BigInteger.ZERO) : item(text.substring(start, i)));
                combined = false;
                start = i + 1;
            } else if (c == '-') {
                hyphen(i);
            } else if (c >= '0' && c <= '9') {
                if (!digits && i > start) {
                    combined = true;
                    if (!current().isEmpty()) {
                        open();
                    }
                }
                digits = true;
            } else {
                if (digits && i > start) {
                    current().add(item(text.substring(start, i)));
                    start = i;
                    open();
                    combined = false;
                }
                digits = false;
            }
        }

        private void hyphen(int i) {
            if (i == start) {
                current().add(new Item.Digits(BigInteger.ZERO));
            } else if (!digits && i + 1 < text.length() && digit(text.charAt(i + 1))) {
                combined = true;
                return;
            } else {
                current().add(item(text.substring(start, i)));
            }
            start = i + 1;
            if (!current().isEmpty()) {
                open();
            }
            combined = false;
        }

        private Item item(String part) {
            if (combined) {
                String compact = part.replace("-", "");
                int split = 0;
                while (split < compact.length() && !digit(compact.charAt(split))) {
                    split++;
                }
                return new Item.Combined(
                        new Item.Qualifier(word(compact.substring(0, split), true)),
                        new BigInteger(compact.substring(split)));
            }
            return digits ? new Item.Digits(new BigInteger(part)) : new Item.Qualifier(word(part, false));
        }

        private static String word(String part, boolean beforeDigits) {
            return switch (part) {
                case "a" -> beforeDigits ? "alpha" : part;
                case "b" -> beforeDigits ? "beta" : part;
                case "m" -> beforeDigits ? "milestone" : part;
                case "cr" -> "rc";
                default -> part;
            };
        }

        private List<Item> current() {
            return levels.getLast();
        }

        private void open() {
            levels.add(new ArrayList<>());
        }

        /// Each open list is the last item of the one outside it; trailing nothings are dropped from the inside out.
        private Item.Level close() {
            Item.Level inner = null;
            for (int i = levels.size() - 1; i >= 0; i--) {
                List<Item> items = new ArrayList<>(levels.get(i));
                if (inner != null) {
                    items.add(inner);
                }
                inner = new Item.Level(trimmed(items));
            }
            return inner == null ? new Item.Level(List.of()) : inner;
        }

        private static List<Item> trimmed(List<Item> items) {
            for (int i = items.size() - 1; i >= 0; i--) {
                if (nothing(items.get(i)) && droppable(items, i)) {
                    items.remove(i);
                }
            }
            return items;
        }

        private static boolean droppable(List<Item> items, int i) {
            if (i == items.size() - 1) {
                return true;
            }
            return switch (items.get(i + 1)) {
                case Item.Qualifier ignored -> true;
                case Item.Level(List<Item> inner) ->
                    !inner.isEmpty()
                            && (inner.getFirst() instanceof Item.Qualifier
                                    || inner.getFirst() instanceof Item.Combined);
                case Item.Digits ignored -> false;
                case Item.Combined ignored -> false;
            };
        }

        private static boolean nothing(Item item) {
            return switch (item) {
                case Item.Digits(BigInteger value) -> value.signum() == 0;
                case Item.Qualifier(String word) -> word.isEmpty();
                case Item.Level(List<Item> items) -> items.isEmpty();
                case Item.Combined ignored -> false;
            };
        }

        private static boolean digit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
