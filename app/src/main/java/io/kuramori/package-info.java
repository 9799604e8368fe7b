/// The application: all modules, one process.
@NullMarked
package io.kuramori;

import org.jspecify.annotations.NullMarked;
