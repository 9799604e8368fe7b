package io.kuramori;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/// ADR 1: the order of the modules, and what the style guide asks of every package.
class ModularityTest {

    /// Lowest first; a module may use only those before it.
    private static final List<String> ORDER = List.of(
            "database",
            "journal",
            "identity",
            "exchange",
            "organization",
            "work",
            "evidence",
            "notice",
            "approval",
            "action",
            "shell",
            "asset",
            "vulnerability");

    /// The ground's tests are on the class path as a jar, where nothing but its name tells them from the ground.
    private static final DescribedPredicate<JavaClass> OF_A_TEST = DescribedPredicate.describe(
            "of a test",
            type -> type.getSource()
                    .map(source -> source.getUri().toString())
                    .filter(source -> source.contains("-tests.jar!") || source.contains("/test-classes/"))
                    .isPresent());

    private static final ApplicationModules MODULES = ApplicationModules.of(
            KuramoriApplication.class,
            JavaClass.Predicates.resideInAPackage("io.kuramori.engine..").or(OF_A_TEST));

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        MODULES.verify();
    }

    @Test
    void theOrderIsThatOfTheDecision() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrderElementsOf(ORDER);
        for (var module : MODULES) {
            int place = ORDER.indexOf(module.getIdentifier().toString());
            module.getDirectDependencies(MODULES).stream()
                    .map(dependency ->
                            dependency.getTargetModule().getIdentifier().toString())
                    .forEach(target -> assertThat(ORDER.indexOf(target))
                            .as("%s uses %s", module.getIdentifier(), target)
                            .isLessThan(place));
        }
    }

    @Test
    void everyPackageIsNullMarked() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.kuramori");

        assertThat(classes.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(javaPackage -> !javaPackage.isAnnotatedWith(NullMarked.class))
                        .map(javaPackage -> javaPackage.getName()))
                .isEmpty();
    }

    @Test
    void diagramsAreThoseOfTheCode() throws Exception {
        Path generated = Path.of("target/modulith");
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(generated.toString()))
                .writeModulesAsPlantUml();

        // The diagram in the documentation is the generated one; the order in the file is not stable, the lines are.
        Path documented = Path.of("../docs/architecture/modules.puml");
        assertThat(Files.readAllLines(documented))
                .as("copy target/modulith/components.puml to docs/architecture/modules.puml")
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(generated.resolve("components.puml")));
    }
}
