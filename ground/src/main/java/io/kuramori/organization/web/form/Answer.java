package io.kuramori.organization.web.form;

import io.kuramori.journal.StaleRecord;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Invalid.Complaint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.ui.Model;

/// Answers a form that was sent: goes on when it is stored, or shows it again with what was typed.
public final class Answer {

    public static final String TEMPLATE = "organization/form";

    private Answer() {}

    /// An empty or filled form.
    public static String show(Model model, Form form, Map<String, String> values) {
        model.addAttribute("view", FormView.of(form, values));
        return TEMPLATE;
    }

    /// What speaks against an act without a form of its own; empty when it was carried out.
    public static List<Complaint> attempt(Runnable act) {
        try {
            act.run();
            return List.of();
        } catch (Invalid refused) {
            return refused.complaints();
        } catch (StaleRecord _) {
            return List.of(new Complaint("", "organization.error.stale", List.of()));
        }
    }

    /// @param work stores, and says where to go then
    /// @param stored what is stored now, asked when somebody else was faster; saving again then starts from it
    public static String to(
            Model model,
            Form form,
            Map<String, String> typed,
            Supplier<String> work,
            Supplier<Map<String, String>> stored) {
        try {
            return work.get();
        } catch (Invalid refused) {
            model.addAttribute("view", new FormView(form, typed, refused.complaints(), Optional.empty()));
        } catch (StaleRecord _) {
            var newest = stored.get();
            var values = new HashMap<>(typed);
            values.put("version", newest.getOrDefault("version", "0"));
            var complaint = new Complaint("", "organization.error.conflict", List.of());
            model.addAttribute("view", new FormView(form, values, List.of(complaint), Optional.of(newest)));
        }
        return TEMPLATE;
    }
}
