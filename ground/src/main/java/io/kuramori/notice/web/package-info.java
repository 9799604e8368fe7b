/// The inbox as a page, and what its reader wants.
@NullMarked
package io.kuramori.notice.web;

import org.jspecify.annotations.NullMarked;
