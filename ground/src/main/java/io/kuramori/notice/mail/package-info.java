/// E-mail: when it is due, the outbox, the mail itself.
@NullMarked
package io.kuramori.notice.mail;

import org.jspecify.annotations.NullMarked;
