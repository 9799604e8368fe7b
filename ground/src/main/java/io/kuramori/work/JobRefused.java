package io.kuramori.work;

import java.util.List;

/// A job cannot be done, and trying again cannot help: says why in words for the person who started it.
public final class JobRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final List<String> arguments;

    public JobRefused(String messageKey, List<String> arguments) {
        super(messageKey + arguments);
        this.messageKey = messageKey;
        this.arguments = List.copyOf(arguments);
    }

    public String messageKey() {
        return messageKey;
    }

    public List<String> arguments() {
        return arguments;
    }
}
