package io.kuramori.identity.signin;

/// Where to go after signing in or proving oneself again: a path of ours, never another site.
final class Next {

    private static final int LONGEST = 2000;

    private Next() {}

    /// The path if it is one of ours, else the home page.
    static String safe(String path) {
        boolean ours = path.startsWith("/")
                && !path.startsWith("//")
                && path.length() <= LONGEST
                && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\')
                && !path.startsWith("/login")
                && !path.startsWith("/setup")
                && !path.equals("/step-up")
                && !path.startsWith("/step-up?");

        return ours ? path : "/";
    }
}
