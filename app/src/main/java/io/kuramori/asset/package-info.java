/// The ledgers: systems and external services, software releases and their SBOMs (guideline 2.2.1).
@ApplicationModule(
        allowedDependencies = {
            "database",
            "journal",
            "identity",
            "organization",
            "work",
            "evidence",
            "exchange",
            "shell"
        })
@NullMarked
package io.kuramori.asset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
