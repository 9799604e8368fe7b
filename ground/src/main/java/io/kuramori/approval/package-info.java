/// Decisions by others: who asked, who may decide by the authority table, what was decided and how long it holds; one
/// place for the separation of duties (guideline 2.1.1, 2.2.2.4, 2.2.3 ③).
@ApplicationModule(
        allowedDependencies = {
            "database",
            "journal",
            "identity",
            "exchange",
            "organization",
            "work",
            "evidence",
            "notice"
        })
@NullMarked
package io.kuramori.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
