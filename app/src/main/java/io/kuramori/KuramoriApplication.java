package io.kuramori;

import io.kuramori.evidence.MaintenanceCommand;
import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts Kuramori. `./kuramori run` calls this.
@SpringBootApplication
public class KuramoriApplication {

    public static void main(String[] args) {
        OptionalInt exit = MaintenanceCommand.run(args);
        if (exit.isPresent()) {
            System.exit(exit.getAsInt());
        }
        SpringApplication.run(KuramoriApplication.class, args);
    }
}
