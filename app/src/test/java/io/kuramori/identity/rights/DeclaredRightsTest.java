package io.kuramori.identity.rights;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Right;
import io.kuramori.identity.Role;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What can be said about the declarations without calling anybody.
class DeclaredRightsTest {

    private static final ArchCondition<JavaMethod> SAY_WHO_MAY_CALL =
            new ArchCondition<>("say who may call them, with @Allows") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean says = method.isAnnotatedWith(Allows.class)
                            || method.getOwner().isAnnotatedWith(Allows.class);
                    events.add(new SimpleConditionEvent(method, says, method.getFullName()));
                }
            };

    /// The ground's tests are on the class path as a jar.
    private static final DescribedPredicate<JavaClass> OF_THE_HOUSE = DescribedPredicate.describe(
            "of the house",
            type -> type.getSource()
                    .map(source -> source.getUri().toString())
                    .filter(source -> !source.contains("-tests.jar!"))
                    .isPresent());

    @Test
    void everyEndpointSaysWhoMayCallIt() {
        var house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.kuramori")
                .that(OF_THE_HOUSE);

        methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should(SAY_WHO_MAY_CALL)
                .check(house);
        assertThat(house.stream().filter(type -> type.isMetaAnnotatedWith(Controller.class)))
                .hasSizeGreaterThan(30);
    }

    @Test
    void whoTakesFilesInOrOutMayDoTheSameOnScreen() {
        for (Role role : Role.values()) {
            var rights = RoleRights.every(role);
            if (rights.contains(Right.EXPORT)) {
                assertThat(rights)
                        .as("%s", role)
                        .contains(Right.READ_ORGANIZATION, Right.READ_LEDGERS, Right.READ_VULNERABILITIES);
            }
            if (rights.contains(Right.IMPORT)) {
                assertThat(rights).as("%s", role).contains(Right.CHANGE_ORGANIZATION, Right.CHANGE_LEDGERS);
            }
        }
    }

    @Test
    void whoLooksAfterThePlatformReadsNoCaseAndNoLedger() {
        assertThat(RoleRights.every(Role.ADMINISTRATOR))
                .doesNotContain(
                        Right.READ_CASES,
                        Right.READ_LEDGERS,
                        Right.READ_VULNERABILITIES,
                        Right.READ_JOURNAL,
                        Right.EXPORT,
                        Right.DECIDE,
                        Right.BREAK_GLASS);
    }

    @Test
    void whoInspectsOrAuditsChangesNothing() {
        var reading = Set.of(
                Right.READ_ORGANIZATION,
                Right.READ_LEDGERS,
                Right.READ_VULNERABILITIES,
                Right.READ_APPROVALS,
                Right.READ_ACTIONS,
                Right.READ_EVIDENCE,
                Right.READ_JOURNAL,
                Right.READ_CASES,
                Right.READ_RIGHTS);
        assertThat(reading).containsAll(RoleRights.every(Role.INSPECTOR));
        var auditing = RoleRights.every(Role.AUDIT);
        auditing.removeAll(Set.of(Right.KEEP_VIEWS, Right.EXPORT));
        assertThat(reading).containsAll(auditing);
    }

    @Test
    void whoReadsCasesDecidesOrHandsOutRolesNeedsASecondPerson() {
        assertThat(Arrays.stream(Role.values())
                        .filter(RoleRights::needsSecondPerson)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        Role.ADMINISTRATOR,
                        Role.SECURITY_OFFICE,
                        Role.CISO,
                        Role.EXECUTIVE,
                        Role.ANALYST,
                        Role.RISK,
                        Role.AUDIT,
                        Role.INSPECTOR);
    }
}
