@NullMarked
package io.kuramori.work.internal;

import org.jspecify.annotations.NullMarked;
