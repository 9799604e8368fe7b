/// Notices and what their readers want, stored.
@NullMarked
package io.kuramori.notice.inbox;

import org.jspecify.annotations.NullMarked;
