package io.kuramori.cli;

/// How much advisories may be, each bound told when it is passed.
///
/// @param document bytes of one document, and characters of one line of many
/// @param unpacked bytes that come out of one archive
/// @param entries in one archive
/// @param others entries of another kind that are told one by one; of more, the number
record Limits(int document, long unpacked, int entries, int others) {

    static final Limits USUAL = new Limits(512 << 20, 8L << 30, 3_000_000, 100);
}
