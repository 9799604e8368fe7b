package io.kuramori.engine.matching.version.conan;

import io.kuramori.engine.matching.version.Cursor;
import io.kuramori.engine.matching.version.VersionOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Conan 2's order: parts between dots, numbers by value and words as texts, zeros at the end without weight; a
/// pre-release before its release, a build after it.
public final class ConanOrder extends VersionOrder<ConanVersion> {

    public static final ConanOrder INSTANCE = new ConanOrder();

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_.*+-]++");
    private static final ConanVersion.Item ZERO = new ConanVersion.Item("0", true);

    private ConanOrder() {
        super("Conan");
    }

    @Override
    protected @Nullable ConanVersion read(String text) {
        return FORM.matcher(text).matches() ? version(text.toLowerCase(Locale.ROOT)) : null;
    }

    private static ConanVersion version(String text) {
        int plus = text.indexOf('+');
        ConanVersion build = plus < 0 ? null : items(text.substring(plus + 1), null, null);
        String rest = plus < 0 ? text : text.substring(0, plus);
        int hyphen = rest.indexOf('-');
        ConanVersion pre = hyphen < 0 ? null : items(rest.substring(hyphen + 1), null, null);
        return items(hyphen < 0 ? rest : rest.substring(0, hyphen), pre, build);
    }

    private static ConanVersion items(String text, @Nullable ConanVersion pre, @Nullable ConanVersion build) {
        List<ConanVersion.Item> items = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            items.add(
                    Cursor.isDigits(part)
                            ? new ConanVersion.Item(part.replaceFirst("^0+(?=.)", ""), true)
                            : new ConanVersion.Item(part, false));
        }
        while (!items.isEmpty() && items.getLast().equals(ZERO)) {
            items.removeLast();
        }
        return new ConanVersion(items, pre, build);
    }
}
