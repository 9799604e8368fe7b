package io.kuramori.shell;

import org.springframework.http.HttpStatus;

/// Every way in which a request can fail, for screens and for the API alike (RFC 9457).
public enum ProblemType {
    INVALID("invalid", HttpStatus.BAD_REQUEST),
    NOT_SIGNED_IN("not-signed-in", HttpStatus.UNAUTHORIZED),
    FORBIDDEN("forbidden", HttpStatus.FORBIDDEN),
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE),
    CONFLICT("conflict", HttpStatus.CONFLICT),
    TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    TOO_MANY_REQUESTS("too-many-requests", HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL("internal", HttpStatus.INTERNAL_SERVER_ERROR),
    UNAVAILABLE("unavailable", HttpStatus.SERVICE_UNAVAILABLE);

    private final String slug;
    private final HttpStatus status;

    ProblemType(String slug, HttpStatus status) {
        this.slug = slug;
        this.status = status;
    }

    /// Last part of the type's URI, `urn:kuramori:problem:<slug>`.
    public String slug() {
        return slug;
    }

    public HttpStatus status() {
        return status;
    }

    /// Message key of the title.
    public String titleKey() {
        return "shell.problem." + slug + ".title";
    }

    /// Message key of the sentence that says what to do.
    public String adviceKey() {
        return "shell.problem." + slug + ".advice";
    }

    /// The type for a status that a filter or the container chose.
    public static ProblemType of(int status) {
        for (ProblemType type : values()) {
            if (type.status.value() == status) {
                return type;
            }
        }
        return status >= 500 ? INTERNAL : INVALID;
    }
}
