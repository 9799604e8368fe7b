/// Background work: persistent, clustered, visible.
@ApplicationModule(allowedDependencies = {"database", "journal", "identity", "organization"})
@NullMarked
package io.kuramori.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
