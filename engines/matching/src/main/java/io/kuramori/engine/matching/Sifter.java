package io.kuramori.engine.matching;

import io.kuramori.engine.matching.AdvisoryIndex.Part;
import io.kuramori.engine.matching.Sieve.Word;
import io.kuramori.engine.matching.segment.In;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Goes through what an index holds under a component's names. Keeps what it read last, since the next component is
/// often of the same name. For one thread.
final class Sifter {

    private final AdvisoryIndex index;
    private final Lists packages = new Lists();
    private final Lists products = new Lists();
    private final Lists anyProducts = new Lists();
    /// As [#sift] gives them, but that an advisory may come twice.
    private int[] found = new int[64];
    private int size;

    Sifter(AdvisoryIndex index) {
        this.index = index;
    }

    /// The lists last read under a name, one of each part.
    private final class Lists {
        private @Nullable String name;
        private byte[][] lists = {};

        byte[][] of(String wanted) {
            if (!wanted.equals(name)) {
                List<Part> parts = index.parts();
                lists = new byte[parts.size()][];
                for (int i = 0; i < lists.length; i++) {
                    lists[i] = parts.get(i).segment().list(wanted);
                }
                name = wanted;
            }
            return lists;
        }
    }

    /// The advisories that may speak of a component, lowest place first.
    int[] about(Probe probe) {
        collect(probe, false);
        int[] places = Arrays.copyOf(found, size);
        for (int i = 0; i < size; i++) {
            places[i] >>>= 1;
        }
        return Arrays.stream(places).distinct().toArray();
    }

    /// What affects a component, or may, lowest place of the advisory first.
    List<Finding> findings(Probe probe, Environment environment) {
        List<Finding> findings = new ArrayList<>();
        for (int found : sift(probe)) {
            Finding finding = finding(found, probe, environment);
            if (finding != null) {
                findings.add(finding);
            }
        }
        return findings;
    }

    /// The advisories that affect a component, or may, lowest place first: twice the place, and one if it is certain.
    int[] sift(Probe probe) {
        collect(probe, true);
        int left = 0;
        for (int i = 0; i < size; i++) {
            // A yes comes after an ask of the same advisory.
            if (i + 1 == size || found[i + 1] >>> 1 != found[i] >>> 1) {
                found[left++] = found[i];
            }
        }
        return Arrays.copyOf(found, left);
    }

    /// @param found as [#sift] gives it
    /// @return null when it turns out not to affect the component
    @Nullable
    Finding finding(int found, Probe probe, Environment environment) {
        return Finding.of(index::advisory, found >>> 1, (found & 1) == 1, probe.known(), environment);
    }

    private void collect(Probe probe, boolean sift) {
        size = 0;
        String packageName = probe.packageName();
        if (packageName != null) {
            sift(packages.of(packageName), probe, sift, true);
        }
        siftProduct(probe, sift);
        for (Probe other : probe.others()) {
            siftProduct(other, sift);
        }
        Arrays.sort(found, 0, size);
    }

    private void siftProduct(Probe probe, boolean sift) {
        String productName = probe.productName();
        if (productName != null) {
            sift(products.of(productName), probe, sift, false);
            sift(anyProducts.of(SieveWriter.ANY_PRODUCT), probe, sift, false);
        }
    }

    private void sift(byte[][] lists, Probe probe, boolean sift, boolean packages) {
        for (int i = 0; i < lists.length; i++) {
            Part part = index.parts().get(i);
            In list = new In(lists[i]);
            while (list.more()) {
                int number = list.number();
                if (part.gone(number) || !sift) {
                    list.skip();
                    if (!part.gone(number)) {
                        add(part.from() + number, Word.ASK);
                    }
                } else {
                    In row = list.block();
                    Word word = packages ? Sieve.ofPackage(row, probe) : Sieve.ofProduct(row, probe);
                    if (word != Word.NO) {
                        add(part.from() + number, word);
                    }
                }
            }
        }
    }

    private void add(int place, Word word) {
        if (size == found.length) {
            found = Arrays.copyOf(found, size * 2);
        }
        found[size++] = (place << 1) | (word == Word.YES ? 1 : 0);
    }
}
