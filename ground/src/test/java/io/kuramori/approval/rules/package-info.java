@NullMarked
package io.kuramori.approval.rules;

import org.jspecify.annotations.NullMarked;
