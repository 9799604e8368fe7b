/// The institutions of the group, their departments, posts, people, appointments, committees and authority table
/// (guideline 1.4, 2.1.1).
@ApplicationModule(allowedDependencies = {"database", "journal", "identity", "exchange"})
@NullMarked
package io.kuramori.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
