/// The analyses in CycloneDX JSON documents, versions 1.4 to 1.7.
@NullMarked
package io.kuramori.engine.matching.vex.cyclonedx;

import org.jspecify.annotations.NullMarked;
