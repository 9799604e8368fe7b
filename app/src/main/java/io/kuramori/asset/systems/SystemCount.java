package io.kuramori.asset.systems;

/// How many systems a filter shows.
///
/// @param more whether it is at least that many, the rest uncounted
public record SystemCount(int number, boolean more) {

    static SystemCount upTo(int most, int counted) {
        return counted > most ? new SystemCount(most, true) : new SystemCount(counted, false);
    }
}
