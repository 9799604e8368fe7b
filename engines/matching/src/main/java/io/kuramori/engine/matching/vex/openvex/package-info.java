/// OpenVEX 0.0.1 and 0.2.0 (openvex.dev).
@NullMarked
package io.kuramori.engine.matching.vex.openvex;

import org.jspecify.annotations.NullMarked;
