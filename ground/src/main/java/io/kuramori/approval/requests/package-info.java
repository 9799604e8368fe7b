/// Requests, votes, deputies, conditions, outside decisions and agenda items, from form to database.
@NullMarked
package io.kuramori.approval.requests;

import org.jspecify.annotations.NullMarked;
