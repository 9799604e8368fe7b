/// Common Platform Enumeration 2.3: names (NIST IR 7695) and how they relate (NIST IR 7696).
@NullMarked
package io.kuramori.engine.matching.cpe;

import org.jspecify.annotations.NullMarked;
