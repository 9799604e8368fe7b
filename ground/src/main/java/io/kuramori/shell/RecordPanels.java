package io.kuramori.shell;

import io.kuramori.identity.CurrentCaller;
import io.kuramori.shell.RecordPanel.Panel;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The panels of a record, in every model as `panels`. A page of a record shows them with `shell.panels`.
@Component
public final class RecordPanels {

    private final ObjectProvider<RecordPanel> panels;
    private final ObjectProvider<CurrentCaller> current;

    RecordPanels(ObjectProvider<RecordPanel> panels, ObjectProvider<CurrentCaller> current) {
        this.panels = panels;
        this.current = current;
    }

    /// @param kind the record kind, as its migration registered it
    public List<Panel> of(String kind, UUID record) {
        var caller = current.stream().flatMap(each -> each.find().stream()).findFirst();
        return caller.map(who -> panels.orderedStream()
                        .filter(panel -> who.may(panel.needs()))
                        .map(panel -> panel.of(who.within(panel.needs()), kind, record))
                        .toList())
                .orElse(List.of());
    }
}
