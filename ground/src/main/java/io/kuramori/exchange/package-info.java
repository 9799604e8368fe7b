/// The way in and out by spreadsheet: templates, remembered mappings, previews, all or nothing.
@ApplicationModule(allowedDependencies = {"database", "journal", "identity", "organization", "work", "evidence"})
@NullMarked
package io.kuramori.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
