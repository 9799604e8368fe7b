/// Reads advisories in the Open Source Vulnerability format, schema 1.7.
@NullMarked
package io.kuramori.engine.matching.osv;

import org.jspecify.annotations.NullMarked;
