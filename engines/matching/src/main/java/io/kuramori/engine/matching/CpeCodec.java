package io.kuramori.engine.matching;

import io.kuramori.engine.matching.cpe.Attribute;
import io.kuramori.engine.matching.cpe.Cpe;
import io.kuramori.engine.matching.segment.Damaged;
import io.kuramori.engine.matching.segment.In;
import io.kuramori.engine.matching.segment.Out;
import java.util.List;

/// CPE names as bytes: the part, then each attribute as a kind and what the kind has.
final class CpeCodec {

    /// Their places are part of the format.
    private static final List<Cpe.Part> PARTS =
            List.of(Cpe.Part.APPLICATION, Cpe.Part.OPERATING_SYSTEM, Cpe.Part.HARDWARE, Cpe.Part.ANY, Cpe.Part.NA);

    private static final int ANY = 0;
    private static final int NOT_APPLICABLE = 1;
    private static final int TEXT = 2;
    private static final int WILD = 3;

    private CpeCodec() {}

    /// A part as a number.
    static int number(Cpe.Part part) {
        return PARTS.indexOf(part);
    }

    static void write(Cpe cpe, Out out) {
        out.flag(number(cpe.part()));
        for (Attribute attribute : cpe.attributes()) {
            switch (attribute) {
                case Attribute.Any ignored -> out.flag(ANY);
                case Attribute.NotApplicable ignored -> out.flag(NOT_APPLICABLE);
                case Attribute.Text(String value, int before, int after) -> {
                    if (before == 0 && after == 0) {
                        out.flag(TEXT).text(value);
                    } else {
                        out.flag(WILD).text(value).number(before).number(after);
                    }
                }
            }
        }
    }

    static Cpe read(In in) {
        int part = in.flag();
        if (part >= PARTS.size()) {
            throw new Damaged("a part of a CPE name");
        }
        return new Cpe(
                PARTS.get(part),
                attribute(in),
                attribute(in),
                attribute(in),
                attribute(in),
                attribute(in),
                attribute(in),
                attribute(in),
                attribute(in),
                attribute(in),
                attribute(in));
    }

    private static Attribute attribute(In in) {
        return switch (in.flag()) {
            case ANY -> new Attribute.Any();
            case NOT_APPLICABLE -> new Attribute.NotApplicable();
            case TEXT -> Attribute.of(in.text());
            case WILD -> new Attribute.Text(in.text(), in.number(), in.number());
            default -> throw new Damaged("an attribute of a CPE name");
        };
    }
}
