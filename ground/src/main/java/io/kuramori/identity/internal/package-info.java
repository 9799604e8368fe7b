/// How identity keeps its promises: the transaction template, accounts, sessions.
@NullMarked
package io.kuramori.identity.internal;

import org.jspecify.annotations.NullMarked;
