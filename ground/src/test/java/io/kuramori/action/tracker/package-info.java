@NullMarked
package io.kuramori.action.tracker;

import org.jspecify.annotations.NullMarked;
