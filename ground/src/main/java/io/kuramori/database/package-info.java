/// The database and how it is reached: the embedded PostgreSQL, its three roles, the migrations, row-level scope.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.kuramori.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
