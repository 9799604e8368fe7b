package io.kuramori.identity;

import org.springframework.security.access.AccessDeniedException;

/// The act needs a fresh proof of who acts; see [StepUp].
public final class StepUpRequired extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    public StepUpRequired() {
        super("needs a fresh proof");
    }
}
