/// The pages of one action.
@NullMarked
package io.kuramori.action.web;

import org.jspecify.annotations.NullMarked;
