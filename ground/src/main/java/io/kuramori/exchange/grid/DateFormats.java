package io.kuramori.exchange.grid;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells number formats that show a day (ECMA-376 part 1, 18.8.30), the Japanese built-in ones included.
final class DateFormats {

    /// Quoted text, escaped characters, conditions and locales: `[$-411]ggge"年"m"月"d"日"`.
    private static final Pattern DECORATION = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]");

    private DateFormats() {}

    static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id != null && ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
            return true;
        }
        if (format == null || format.equalsIgnoreCase("general")) {
            return false;
        }
        var bare = DECORATION.matcher(format).replaceAll("").toLowerCase(java.util.Locale.ROOT);
        return bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0 || (bare.indexOf('e') >= 0 && bare.indexOf('m') >= 0);
    }
}
