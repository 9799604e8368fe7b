@NullMarked
package io.kuramori.notice.mail;

import org.jspecify.annotations.NullMarked;
