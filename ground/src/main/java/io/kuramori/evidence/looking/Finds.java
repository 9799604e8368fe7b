package io.kuramori.evidence.looking;

import io.kuramori.evidence.looking.Look.Located;
import io.kuramori.evidence.numbers.Found;
import io.kuramori.evidence.numbers.NumberFinder;
import io.kuramori.evidence.numbers.NumberKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Gathers what is found, piece by piece; counts all and keeps the first few.
final class Finds {

    private static final int SHOWN = 50;

    private final List<Located> shown = new ArrayList<>();
    private long individual;
    private long cards;

    void in(CharSequence piece, Supplier<Said> place) {
        add(NumberFinder.in(piece), place);
    }

    void add(List<Found> found, Supplier<Said> place) {
        for (var one : found) {
            if (one.kind() == NumberKind.INDIVIDUAL) {
                individual++;
            } else {
                cards++;
            }
            if (shown.size() < SHOWN) {
                shown.add(new Located(one.kind(), one.masked(), place.get()));
            }
        }
    }

    Look.Read read() {
        return new Look.Read(shown, individual, cards);
    }
}
