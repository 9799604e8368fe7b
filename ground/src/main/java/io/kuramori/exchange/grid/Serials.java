package io.kuramori.exchange.grid;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Days as Excel counts them.
public final class Serials {

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST = BigDecimal.valueOf(2_958_465);

    private Serials() {}

    /// The day of a serial number, or null when it is none. Serials 1 to 60 of the 1900 system are refused: Excel
    /// counts
    /// a 29 February 1900 there.
    static @Nullable LocalDate day(BigDecimal serial, boolean epoch1904) {
        if (serial.compareTo(BigDecimal.ONE) < 0 || serial.compareTo(LAST) > 0) {
            return null;
        }
        long days = serial.longValue();
        if (epoch1904) {
            return EPOCH_1904.plusDays(days);
        }
        return days <= 60 ? null : EPOCH_1900.plusDays(days);
    }

    /// The day of a plain number in a date column: its cell was formatted as a number. Only the years 1950 to 2150.
    public static @Nullable LocalDate plain(BigDecimal serial) {
        boolean whole = serial.stripTrailingZeros().scale() <= 0;
        boolean near =
                serial.compareTo(BigDecimal.valueOf(18_264)) >= 0 && serial.compareTo(BigDecimal.valueOf(91_677)) <= 0;
        return whole && near ? day(serial, false) : null;
    }
}
