/// Who is calling, how strongly they proved it, and what they may do where (guideline 2.3.1).
@ApplicationModule(allowedDependencies = {"database", "journal"})
@NullMarked
package io.kuramori.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
