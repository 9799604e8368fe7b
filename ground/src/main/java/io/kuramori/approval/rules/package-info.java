/// What may be decided by whom, without a database: the life of a request, the votes of a body, and the one place of
/// the separation of duties. Everything here is pure.
@NullMarked
package io.kuramori.approval.rules;

import org.jspecify.annotations.NullMarked;
