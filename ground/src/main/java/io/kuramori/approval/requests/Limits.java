package io.kuramori.approval.requests;

import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Parameter;
import io.kuramori.organization.Parameters;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The numbers of decisions that an institution sets for itself.
@Configuration(proxyBeanMethods = false)
class Limits {

    /// Business days within which an emergency decision is confirmed.
    private static final Parameter CONFIRM =
            new Parameter("approval.emergency.confirm-within", "organization.unit.business-days", 3, 1, 20);

    /// How long before the end its requester is told for the first time.
    private static final Parameter ENDING =
            new Parameter("approval.ending.notice", "organization.unit.days", 30, 8, 180);

    @Bean
    static Parameter confirmEmergenciesWithin() {
        return CONFIRM;
    }

    @Bean
    static Parameter noticeOfEnding() {
        return ENDING;
    }

    private final Parameters parameters;

    Limits(Parameters parameters) {
        this.parameters = parameters;
    }

    int confirmWithin(InstitutionId institution, LocalDate today) {
        return parameters.value(institution, CONFIRM, today);
    }

    int noticeOfEnding(InstitutionId institution, LocalDate today) {
        return parameters.value(institution, ENDING, today);
    }

    /// The longest that any institution may choose.
    int longestNotice() {
        return ENDING.most();
    }
}
