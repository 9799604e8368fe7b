package io.kuramori.database;

/// A role of the database and its password. `toString` keeps the password to itself.
public record Login(String user, String password) {

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
