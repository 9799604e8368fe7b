/// Reads bills of materials in CycloneDX 1.2 to 1.7, JSON and XML.
@NullMarked
package io.kuramori.engine.matching.sbom.cyclonedx;

import org.jspecify.annotations.NullMarked;
