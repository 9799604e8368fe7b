package io.kuramori.asset.systems;

/// How many systems a filter shows.
///
/// @param more whether there are more than `number`, uncounted
public record SystemCount(int number, boolean more) {

    static SystemCount upTo(int most, int counted) {
        return counted > most ? new SystemCount(most, true) : new SystemCount(counted, false);
    }
}
