package io.kuramori.notice.web;

import io.kuramori.notice.inbox.Message;
import io.kuramori.notice.inbox.Preference;
import java.util.List;

/// The inbox as its reader sees it.
///
/// @param refused whether the last choice of times could not be read
public record NoticePage(List<Message> messages, Preference preference, boolean mails, boolean refused) {

    public NoticePage {
        messages = List.copyOf(messages);
    }

    public long open() {
        return messages.stream().filter(Message::open).count();
    }
}
