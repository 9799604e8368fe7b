/// The way in and out by spreadsheet: templates, remembered mappings, previews, all or nothing. It knows no ledger:
/// each
/// module offers its own sheets, so it stands below organization.
@ApplicationModule(allowedDependencies = {"database", "journal", "identity"})
@NullMarked
package io.kuramori.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
