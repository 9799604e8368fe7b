/// The pages of decisions: what waits, one request, its form, deputies, agenda items.
@NullMarked
package io.kuramori.approval.web;

import org.jspecify.annotations.NullMarked;
