package io.kuramori;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All words stand in the message files, in both languages; none stand in a template.
class WordsTest {

    private static final List<Path> RESOURCES =
            List.of(Path.of("../ground/src/main/resources/messages"), Path.of("src/main/resources/messages"));
    private static final List<Path> TEMPLATES = List.of(Path.of("../ground/src/main/jte"), Path.of("src/main/jte"));

    private static final List<Path> MIGRATIONS =
            List.of(Path.of("../ground/src/main/resources/db"), Path.of("src/main/resources/db"));
    private static final Pattern TRACKED = Pattern.compile("journal\\.track\\('[a-z_.]+', *'([a-z.-]+)'");

    private static final Pattern COMMENT = Pattern.compile("<%--.*?--%>", Pattern.DOTALL);
    private static final Pattern DECLARATION = Pattern.compile("(?m)^\\s*@(param|import) .*$");
    private static final Pattern CODE = Pattern.compile("[$!]\\{");
    private static final Pattern CALL = Pattern.compile("@(if|elseif|for|template[\\w.-]*)\\s*\\(");
    private static final Pattern KEYWORD = Pattern.compile("@(else|endif|endfor|raw|endraw)\\b");
    private static final Pattern READ_ALOUD = Pattern.compile("(title|placeholder|aria-label|alt)=\"[^\"]*\\p{L}");
    private static final Pattern INLINE = Pattern.compile("(?i)\\sstyle=|<style|\\son[a-z]+=\"|javascript:");
    private static final Pattern SCRIPT = Pattern.compile("<script(?![^>]*\\ssrc=\"/)");
    private static final Pattern TAG = Pattern.compile("<[^>]*>", Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");
    private static final Pattern LETTER = Pattern.compile("\\S*\\p{L}\\S*");

    static Stream<Path> messages() throws IOException {
        return files(RESOURCES, ".properties").filter(file -> !file.toString().endsWith("_en.properties"));
    }

    static Stream<Path> templates() throws IOException {
        return files(TEMPLATES, ".jte");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyKeyIsThereInBothLanguages(Path japanese) throws IOException {
        Path english = Path.of(japanese.toString().replace(".properties", "_en.properties"));

        assertThat(english).exists();
        assertThat(new TreeSet<>(load(english).stringPropertyNames()))
                .isEqualTo(new TreeSet<>(load(japanese).stringPropertyNames()));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateHoldsWordsOrInlineCode(Path template) throws IOException {
        String whole = COMMENT.matcher(Files.readString(template)).replaceAll("");
        String text = withoutJava(DECLARATION.matcher(whole).replaceAll(""));

        assertThat(found(INLINE, text)).as("inline style or code").isEmpty();
        assertThat(found(SCRIPT, text)).as("script that is not a file of ours").isEmpty();
        assertThat(found(READ_ALOUD, text)).as("words in attributes").isEmpty();
        String words = ENTITY.matcher(TAG.matcher(text).replaceAll(" ").replace("<!DOCTYPE html>", ""))
                .replaceAll(" ");
        assertThat(found(LETTER, words)).as("words").isEmpty();
    }

    @Test
    void everyRecordKindOfTheJournalHasAName() throws IOException {
        var words = new TreeSet<String>();
        for (Path file : messages().toList()) {
            words.addAll(load(file).stringPropertyNames());
        }
        var kinds = new TreeSet<String>();
        for (Path migration : files(MIGRATIONS, ".sql").toList()) {
            TRACKED.matcher(Files.readString(migration)).results().forEach(kind -> kinds.add("kind." + kind.group(1)));
        }

        assertThat(kinds).hasSizeGreaterThan(20);
        assertThat(words).containsAll(kinds);
    }

    /// The template without its Java; what stands between backticks inside Java is template again.
    private static String withoutJava(String template) {
        var text = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            Matcher code = CODE.matcher(template).region(at, template.length());
            Matcher call = CALL.matcher(template).region(at, template.length());
            Matcher keyword = KEYWORD.matcher(template).region(at, template.length());
            if (code.lookingAt()) {
                at = skip(template, code.end(), '{', '}', text);
            } else if (call.lookingAt()) {
                at = skip(template, call.end(), '(', ')', text);
            } else if (keyword.lookingAt()) {
                at = keyword.end();
            } else {
                text.append(template.charAt(at++));
            }
        }
        return text.toString();
    }

    private static int skip(String template, int from, char opening, char closing, StringBuilder text) {
        int depth = 1;
        int at = from;
        while (depth > 0) {
            char c = template.charAt(at++);
            if (c == opening) {
                depth++;
            } else if (c == closing) {
                depth--;
            } else if (c == '"') {
                at = endOfString(template, at);
            } else if (c == '`') {
                int end = endOfContent(template, at);
                text.append(withoutJava(template.substring(at, end)));
                at = end + 1;
            }
        }
        return at;
    }

    private static int endOfString(String template, int from) {
        int at = from;
        while (template.charAt(at) != '"') {
            at += template.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    /// Contents nest: one opens with `@` before the backtick.
    private static int endOfContent(String template, int from) {
        int depth = 1;
        int at = from;
        while (true) {
            if (template.charAt(at) == '`') {
                depth += template.charAt(at - 1) == '@' ? 1 : -1;
            }
            if (depth == 0) {
                return at;
            }
            at++;
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group()).toList();
    }

    private static Properties load(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Stream<Path> files(List<Path> folders, String suffix) throws IOException {
        var files = new ArrayList<Path>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> walk = Files.walk(folder)) {
                    walk.filter(file -> file.toString().endsWith(suffix))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        return files.stream();
    }
}
