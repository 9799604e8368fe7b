/// What every screen shares: layout, design system, words in two languages, home, search, errors.
@ApplicationModule(
        allowedDependencies = {
            "database",
            "journal",
            "identity",
            "organization",
            "work",
            "evidence",
            "exchange",
            "approval",
            "notice",
            "action"
        })
@NullMarked
package io.kuramori.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
