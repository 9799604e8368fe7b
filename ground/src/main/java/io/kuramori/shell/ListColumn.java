package io.kuramori.shell;

/// A column that a list can show.
///
/// @param key its word in the address bar
/// @param titleKey message key of its head
/// @param standard whether it is shown when nobody chose columns
/// @param order whether the list can be sorted by it, and which way first
/// @param content how its values go into a spreadsheet
public record ListColumn(String key, String titleKey, boolean standard, Order order, Content content) {

    /// The direction a click on the head asks for first.
    public enum Order {
        NONE,
        ASCENDING,
        DESCENDING
    }

    /// What the canonical text of a cell is.
    public enum Content {
        TEXT,
        /// `2026-11-23`.
        DAY,
        /// Digits.
        NUMBER
    }

    public static ListColumn text(String key, String titleKey) {
        return new ListColumn(key, titleKey, true, Order.NONE, Content.TEXT);
    }

    public static ListColumn day(String key, String titleKey) {
        return new ListColumn(key, titleKey, true, Order.NONE, Content.DAY);
    }

    public static ListColumn number(String key, String titleKey) {
        return new ListColumn(key, titleKey, true, Order.NONE, Content.NUMBER);
    }

    /// The same, only shown when chosen.
    public ListColumn onDemand() {
        return new ListColumn(key, titleKey, false, order, content);
    }

    public ListColumn sorted(Order first) {
        return new ListColumn(key, titleKey, standard, first, content);
    }

    public boolean sortable() {
        return order != Order.NONE;
    }
}
