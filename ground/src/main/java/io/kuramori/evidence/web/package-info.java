/// The pages of one piece of evidence: entered, looked at, taken away, handled, attached.
@NullMarked
package io.kuramori.evidence.web;

import org.jspecify.annotations.NullMarked;
