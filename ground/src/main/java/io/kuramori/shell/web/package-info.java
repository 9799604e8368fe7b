/// The frame of every page, home, search and error pages.
@NullMarked
package io.kuramori.shell.web;

import org.jspecify.annotations.NullMarked;
