package io.kuramori.organization.web.parameters;

import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Parameter;
import io.kuramori.organization.internal.Setting;
import io.kuramori.organization.web.frame.Place;
import java.util.List;
import java.util.Optional;

/// Every parameter with what the institution set.
public record ParametersView(Place place, List<Line> lines, List<Complaint> complaints) {

    public ParametersView {
        lines = List.copyOf(lines);
        complaints = List.copyOf(complaints);
    }

    static ParametersView of(
            Place place, List<Parameter> parameters, List<Setting> settings, List<Complaint> complaints) {
        return new ParametersView(
                place,
                parameters.stream()
                        .map(parameter -> new Line(
                                parameter,
                                settings.stream()
                                        .filter(each -> each.name().equals(parameter.name()))
                                        .toList()))
                        .toList(),
                complaints);
    }

    /// @param settings what was set, the newest first; also from a day to come
    public record Line(Parameter parameter, List<Setting> settings) {

        public Line {
            settings = List.copyOf(settings);
        }

        /// What is in force on the day; empty where that is Kuramori's own value.
        public Optional<Setting> inForce(java.time.LocalDate day) {
            return settings.stream().filter(each -> !each.from().isAfter(day)).findFirst();
        }

        public String key() {
            return "parameter." + parameter.name();
        }
    }
}
