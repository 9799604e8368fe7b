@NullMarked
package io.kuramori.approval.requests;

import org.jspecify.annotations.NullMarked;
