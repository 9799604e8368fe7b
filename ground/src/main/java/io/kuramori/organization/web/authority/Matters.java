package io.kuramori.organization.web.authority;

import io.kuramori.organization.AuthorityTable.Rule;
import io.kuramori.organization.web.form.Choice;
import java.util.ArrayList;
import java.util.List;

/// The kinds of decision that the guideline speaks of, by the names under which rooms ask for their decider. Each has
/// its words under `organization.decision.<name>`.
final class Matters {

    static final String KEY = "organization.decision.";

    private static final List<String> KNOWN = List.of(
            "rule.adoption",
            "risk.acceptance",
            "vulnerability.exception",
            "system.importance",
            "assessment.plan",
            "exercise.plan",
            "access.privileged",
            "release.gate",
            "incident.containment",
            "incident.resumption",
            "incident.report",
            "thirdparty.contract",
            "evidence.disposal",
            "approval.emergency");

    private Matters() {}

    static boolean offers(List<Rule> rules, String decision) {
        return choices(rules).stream().anyMatch(each -> each.value().equals(decision));
    }

    /// Everything that may be chosen: the known ones, and those that the edition names already.
    static List<Choice> choices(List<Rule> rules) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.none("organization.choose"));
        KNOWN.forEach(each -> choices.add(new Choice(each, KEY + each, true)));
        rules.stream()
                .map(Rule::decision)
                .distinct()
                .filter(each -> !KNOWN.contains(each))
                .forEach(each -> choices.add(new Choice(each, each, false)));
        return choices;
    }
}
