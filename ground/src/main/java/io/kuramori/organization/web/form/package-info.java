/// One form for every record of the organization: its fields as data, what was typed, what is wrong, what somebody else
/// has stored meanwhile.
@NullMarked
package io.kuramori.organization.web.form;

import org.jspecify.annotations.NullMarked;
