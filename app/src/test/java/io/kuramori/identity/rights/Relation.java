package io.kuramori.identity.rights;

/// Whose record somebody asks for, seen from where his role is.
enum Relation {
    /// Of a post he holds, in his institution.
    OWN('o'),
    /// Of another post of his institution.
    COLLEAGUE('c'),
    /// Of the institution below his.
    CHILD('d'),
    /// Of the institution above.
    PARENT('p'),
    /// Of the institution beside his, under the same parent.
    SIBLING('s'),
    /// His own, but his role ended yesterday.
    EXPIRED('e');

    private final char letter;

    Relation(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }
}
