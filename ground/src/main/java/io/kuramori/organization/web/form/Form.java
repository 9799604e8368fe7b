package io.kuramori.organization.web.form;

import io.kuramori.organization.web.frame.Place;
import io.kuramori.organization.web.frame.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a form is for and what it asks, whatever was typed into it. Every form has the hidden field `version` and ends
/// with the reason.
///
/// @param title message key of the page's heading
/// @param subject the record's name, beside the heading; empty for a new one
/// @param action where it is sent
/// @param back where one goes without saving
/// @param consequence message key of the sentence that says what saving does; null where that is plain
/// @param submit message key of the button
public record Form(
        Place place,
        Section section,
        String title,
        String subject,
        String action,
        String back,
        List<Field> fields,
        @Nullable String consequence,
        String submit) {

    public Form {
        fields = List.copyOf(fields);
    }

    public Form(
            Place place,
            Section section,
            String title,
            String subject,
            String action,
            String back,
            List<Field> fields) {
        this(place, section, title, subject, action, back, fields, null, "organization.save");
    }

    public Form doing(String submit, String consequence) {
        return new Form(place, section, title, subject, action, back, fields, consequence, submit);
    }
}
