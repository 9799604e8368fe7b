/// Version orders: how each ecosystem reads and compares the versions of its packages.
@NullMarked
package io.kuramori.engine.matching.version;

import org.jspecify.annotations.NullMarked;
