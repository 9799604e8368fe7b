package io.kuramori;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts Kuramori. `./kuramori run` calls this.
@SpringBootApplication
public class KuramoriApplication {

    public static void main(String[] args) {
        SpringApplication.run(KuramoriApplication.class, args);
    }
}
