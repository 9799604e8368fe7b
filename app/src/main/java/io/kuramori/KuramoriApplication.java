package io.kuramori;

import io.kuramori.evidence.MaintenanceCommand;
import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// Starts Kuramori. `./kuramori run` calls this.
// Modules do not know each other's class names, so two may well use the same.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class KuramoriApplication {

    public static void main(String[] args) {
        OptionalInt exit = MaintenanceCommand.run(args);
        if (exit.isPresent()) {
            System.exit(exit.getAsInt());
        }
        SpringApplication.run(KuramoriApplication.class, args);
    }
}
