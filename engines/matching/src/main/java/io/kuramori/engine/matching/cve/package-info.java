/// Reads CVE records, format 5.
@NullMarked
package io.kuramori.engine.matching.cve;

import org.jspecify.annotations.NullMarked;
