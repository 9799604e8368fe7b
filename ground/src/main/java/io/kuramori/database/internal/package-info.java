/// What Spring is given of the database: pools, transaction managers, migrations.
@NullMarked
package io.kuramori.database.internal;

import org.jspecify.annotations.NullMarked;
