/// Remedial actions from any source: who does what by when, what shows that it is done, who looked (guideline 2.1.4,
/// 2.1.5, 2.2.5).
@ApplicationModule(
        allowedDependencies = {
            "database",
            "journal",
            "identity",
            "exchange",
            "organization",
            "work",
            "evidence",
            "notice",
            "approval"
        })
@NullMarked
package io.kuramori.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
