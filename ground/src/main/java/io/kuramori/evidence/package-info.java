/// Files kept by content hash and never altered (guideline 2.5.2.2).
@ApplicationModule(allowedDependencies = {"database", "journal", "identity", "organization", "work"})
@NullMarked
package io.kuramori.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
