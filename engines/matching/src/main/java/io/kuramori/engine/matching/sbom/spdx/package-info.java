/// Reads bills of materials in SPDX 2.2 and 2.3, JSON and tag-value.
@NullMarked
package io.kuramori.engine.matching.sbom.spdx;

import org.jspecify.annotations.NullMarked;
