package io.kuramori.asset;

import io.kuramori.identity.Caller;
import io.kuramori.notice.Notice;
import io.kuramori.notice.Notices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Notices that are only remembered, each key once.
public final class ToldNotices implements Notices {

    private final Map<String, Notice> told = new LinkedHashMap<>();

    @Override
    public void tell(Caller caller, Notice notice) {
        told.putIfAbsent(notice.key(), notice);
    }

    @Override
    public void settle(Caller caller, String keyPrefix) {
        told.keySet().removeIf(key -> key.startsWith(keyPrefix));
    }

    @Override
    public int unread(Caller caller) {
        return told.size();
    }

    public List<Notice> told() {
        return List.copyOf(told.values());
    }
}
