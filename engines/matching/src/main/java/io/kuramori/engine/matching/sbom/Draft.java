package io.kuramori.engine.matching.sbom;

import io.kuramori.engine.matching.document.Problem.Kind;
import io.kuramori.engine.matching.document.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A component while it is read. Blank texts count as absent. For one thread.
public final class Draft {

    /// Most CPE names, package URLs, hashes or licences of one component.
    public static final int MAX_OF_ONE = 1000;

    private final Place place;
    private final List<String> purls = new ArrayList<>(1);
    private final List<String> cpes = new ArrayList<>(1);
    private final List<Hash> hashes = new ArrayList<>(0);
    private final List<Licence> licences = new ArrayList<>(1);
    private @Nullable String ref;
    private @Nullable String type;
    private @Nullable String group;
    private @Nullable String name;
    private @Nullable String version;
    private @Nullable String supplier;
    private @Nullable String manufacturer;
    private @Nullable String author;
    private @Nullable String publisher;
    private @Nullable Scope scope;
    private @Nullable Refused refused;

    public Draft(Place place) {
        this.place = place;
    }

    /// What is wrong with the component; the first counts.
    public void refuse(Refused problem) {
        if (refused == null) {
            refused = problem;
        }
    }

    public void ref(String text) {
        ref = filled(text);
    }

    public void type(String text) {
        type = filled(text.toLowerCase(Locale.ROOT));
    }

    public void group(String text) {
        group = filled(text);
    }

    public void name(String text) {
        name = filled(text);
    }

    public void version(String text) {
        version = filled(text);
    }

    public void purl(String text) {
        add(purls, text);
    }

    public void cpe(String text) {
        add(cpes, text);
    }

    public void supplier(@Nullable String text) {
        supplier = text;
    }

    public void manufacturer(@Nullable String text) {
        manufacturer = text;
    }

    /// One of the authors; several are joined.
    public void author(@Nullable String text) {
        if (author == null) {
            author = text;
        } else if (text != null && author.length() + text.length() < Gathering.MAX_TEXT) {
            author = author + ", " + text;
        }
    }

    public void publisher(String text) {
        publisher = filled(text);
    }

    public void hash(Hash hash) {
        add(hashes, hash);
    }

    public void licence(Licence licence) {
        add(licences, licence);
    }

    public void scope(Scope word) {
        scope = word;
    }

    public @Nullable String ref() {
        return ref;
    }

    /// @throws Refused when something is wrong with it
    Part part() {
        if (refused != null) {
            throw refused;
        }
        if (name == null) {
            throw place.refused(Kind.MISSING, "a component with a name", "");
        }
        return new Part(
                place,
                ref,
                type,
                group,
                name,
                version,
                purls,
                cpes,
                new Origin(supplier, manufacturer, author, publisher),
                hashes,
                licences,
                scope);
    }

    private <T> void add(List<T> list, T one) {
        if (one instanceof String text && text.isBlank()) {
            return;
        }
        if (list.size() >= MAX_OF_ONE) {
            throw place.refused(
                    Kind.TOO_LARGE, "at most " + MAX_OF_ONE + " names, hashes or licences of one component", "");
        }
        list.add(one);
    }

    private static @Nullable String filled(String text) {
        return text.isBlank() ? null : text;
    }
}
