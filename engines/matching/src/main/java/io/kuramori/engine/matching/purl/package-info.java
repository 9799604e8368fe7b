/// Package URLs as ECMA-427 and the type definitions of purl-spec have them: read, built, written canonically.
@NullMarked
package io.kuramori.engine.matching.purl;

import org.jspecify.annotations.NullMarked;
