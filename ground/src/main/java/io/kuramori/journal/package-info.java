/// Every change of every record, as an entry written in the same transaction, sequenced and never altered (guideline
/// 2.3.4.2, 2.5.2.2).
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package io.kuramori.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
