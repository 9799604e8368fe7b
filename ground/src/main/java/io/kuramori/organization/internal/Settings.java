package io.kuramori.organization.internal;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Parameter;
import io.kuramori.organization.Parameters;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// Values that institutions set, for the parameters that the rooms declare.
@Service
public class Settings implements Parameters {

    private final SettingRepository settings;
    private final ObjectProvider<Parameter> declared;
    private final Writes writes;

    Settings(SettingRepository settings, ObjectProvider<Parameter> declared, Writes writes) {
        this.settings = settings;
        this.declared = declared;
        this.writes = writes;
    }

    @Override
    public int value(InstitutionId institution, Parameter parameter, LocalDate day) {
        return settings.value(institution, parameter.name(), day).orElse(parameter.own());
    }

    /// Every parameter there is, by name.
    public List<Parameter> declared() {
        return declared.stream().sorted(Comparator.comparing(Parameter::name)).toList();
    }

    public Optional<Parameter> declared(String name) {
        return declared.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    public UUID newId() {
        return writes.newId();
    }

    /// What an institution set and did not take back, by name, the newest first.
    public List<Setting> of(Caller caller, InstitutionId institution) {
        return writes.read(caller, () -> settings.of(institution));
    }

    public Optional<Setting> find(Caller caller, UUID id) {
        return writes.read(caller, () -> settings.byId(id));
    }

    /// Sets a value from a day on.
    ///
    /// @throws Invalid when the value is outside what the parameter allows, or there is one from that very day
    public void set(Caller caller, String reason, Setting setting) {
        var parameter =
                declared(setting.name()).orElseThrow(() -> new Invalid("parameter", "organization.error.choice"));
        if (setting.amount() < parameter.least() || setting.amount() > parameter.most()) {
            throw new Invalid("amount", "organization.error.between", parameter.least(), parameter.most());
        }
        writes.write(caller, reason, () -> settings.insert(setting));
    }

    /// Takes a value back, as if it had not been set.
    public void remove(Caller caller, String reason, Setting setting, int version, LocalDate today) {
        writes.write(
                caller,
                reason,
                () -> Writes.expectOne(settings.retire(setting, version, today), "parameter", setting.id()));
    }
}
