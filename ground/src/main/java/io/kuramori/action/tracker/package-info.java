/// Actions, stored, and the steps that people take with them.
@NullMarked
package io.kuramori.action.tracker;

import org.jspecify.annotations.NullMarked;
