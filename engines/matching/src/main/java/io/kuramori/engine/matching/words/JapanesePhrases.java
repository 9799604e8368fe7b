package io.kuramori.engine.matching.words;

import io.kuramori.engine.matching.Bounds;
import io.kuramori.engine.matching.VersionSet;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The version phrases of JVN iPedia, by a small grammar:
///
///     phrase  = every | item { ("、" | "," | "および" | "または") item }
///     item    = [series "の"] range | series | version
///     range   = version "から" version ("より前" | "未満" | ["まで"])
///             | version ("以上" | "以降") version ("未満" | "以下" | "以前" | "より前")
///             | version ("より前" | "未満" | "以前" | "以下" | "まで" | "以上" | "以降" | "から" | "より後")
///             | version "~" version
///     series  = version [".x"] "系" | version ".x"
///     every   = "すべてのバージョン"
///
/// after widths are folded, `およびそれ以前` is read as `以前`, and words that only label (`バージョン`, `Ver.`, one Latin
/// word before a number) are passed over. `X より前` leaves X out and `X 以前` takes it in. A phrase with a part that is
/// not understood is kept whole as [VersionSet.Unread].
public final class JapanesePhrases {

    private static final int MAX_LENGTH = 1024;
    private static final String V = "\\s*+([A-Za-z]{0,3}+[0-9][0-9A-Za-z._+:()/\\-]*+"
            + "(?:\\s(?i:alpha|beta|rc|sp|patch|update|build|hotfix|rev\\.?)\\s?[0-9.]*+)?)\\s*+";
    private static final Pattern EVERY = Pattern.compile("(?:すべて|全て|全)(?:の?バージョン|の?version|のリリース)?");
    private static final Pattern THROUGH = Pattern.compile(V + "(?:から|~|-)" + V + "(より前|未満|まで|以前|以下|)");
    private static final Pattern FROM_TO = Pattern.compile(V + "(?:以上|以降)(?:で|かつ)?" + V + "(より前|未満|以前|以下|まで)");
    private static final Pattern ONE_SIDED = Pattern.compile(V + "(より前|未満|以前|以下|まで|以上|以降|から|より後|より大きい|)");
    private static final Pattern SERIES = Pattern.compile("\\s*+([0-9]++(?:\\.[0-9]++)*+)(?:\\.[xX*])?+\\s*+系\\s*+");
    private static final Pattern DOT_X = Pattern.compile("\\s*+([0-9]++(?:\\.[0-9]++)*+)\\.[xX*]\\s*+");
    private static final Pattern SERIES_TO =
            Pattern.compile("([0-9]++(?:\\.[0-9]++)*+)(?:\\.[xX*])?+\\s*+系(?:の|で|、|,)?" + V + "(より前|未満|以前|以下|まで)");
    private static final Pattern LABEL = Pattern.compile(
            "^(?:(?:バージョン|ver(?:sion)?s?\\.?|firmware|ファームウェア(?:バージョン)?|[A-Za-z]{4,20}+)\\s*+)++(?=[0-9vVrR])",
            Pattern.CASE_INSENSITIVE);

    private JapanesePhrases() {}

    /// The versions a phrase means; one [VersionSet.Unread] with the phrase when it is not understood whole.
    public static List<VersionSet> read(String phrase) {
        String raw = phrase.strip();
        if (raw.length() > MAX_LENGTH) {
            return List.of(new VersionSet.Unread(raw.substring(0, MAX_LENGTH)));
        }
        String text = folded(raw);
        if (EVERY.matcher(text).matches()) {
            return List.of(new VersionSet.Every());
        }
        VersionSet whole = item(text);
        if (whole != null) {
            return List.of(whole);
        }
        List<VersionSet> sets = new ArrayList<>();
        for (String part : text.split("、|,|;|\\n|および|及び|並びに|ならびに|または|又は|もしくは", -1)) {
            VersionSet set = item(part.strip());
            if (set == null) {
                return List.of(new VersionSet.Unread(raw));
            }
            sets.add(set);
        }
        return List.copyOf(sets);
    }

    private static String folded(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFKC)
                .replace('〜', '~')
                .replace('–', '-')
                .replaceAll("\\s++", " ")
                .replaceAll("\\s?(?:、|,)?\\s?(?:および|及び|と)?\\s?(?:それ|これ)\\s?(以前|以下|以降|以上|より前)", " $1")
                .replaceAll("(より前|未満|以前|以下|まで|以上|以降|から|系)\\s?の\\s?(?:すべての|全ての|全)?\\s?(?:バージョン|リリース)", "$1")
                .replaceAll("(?<=[0-9])\\s?(?:よりも?前)", " より前")
                .strip();
    }

    private static @Nullable VersionSet item(String given) {
        String text = LABEL.matcher(given).replaceFirst("").strip();
        Matcher within = SERIES_TO.matcher(text);
        if (within.matches()) {
            return between(within.group(1), true, within.group(2), closes(within.group(3)));
        }
        for (Pattern series : List.of(SERIES, DOT_X)) {
            Matcher found = series.matcher(text);
            if (found.matches()) {
                return between(found.group(1), true, next(found.group(1)), false);
            }
        }
        for (Pattern both : List.of(THROUGH, FROM_TO)) {
            Matcher found = both.matcher(text);
            if (found.matches()) {
                return between(found.group(1), true, found.group(2), closes(found.group(3)));
            }
        }
        Matcher one = ONE_SIDED.matcher(text);
        if (!one.matches()) {
            return null;
        }
        return switch (one.group(2)) {
            case "より前", "未満", "以前", "以下", "まで" -> between(null, true, one.group(1), closes(one.group(2)));
            case "以上", "以降", "から" -> between(one.group(1), true, null, false);
            case "より後", "より大きい" -> between(one.group(1), false, null, false);
            default -> new VersionSet.Exactly(one.group(1));
        };
    }

    private static boolean closes(String word) {
        return !word.equals("より前") && !word.equals("未満");
    }

    private static VersionSet between(
            @Nullable String start, boolean startIncluded, @Nullable String end, boolean endIncluded) {
        return new VersionSet.Between(new Bounds(start, startIncluded, end, endIncluded));
    }

    /// The first version after a series: `5.3` → `5.4`.
    private static String next(String series) {
        int dot = series.lastIndexOf('.');
        BigInteger last = new BigInteger(series.substring(dot + 1));
        return series.substring(0, dot + 1) + last.add(BigInteger.ONE);
    }
}
