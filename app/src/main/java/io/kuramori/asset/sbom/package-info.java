/// Reads SBOMs in CycloneDX JSON, streaming, with every error located.
@NullMarked
package io.kuramori.asset.sbom;

import org.jspecify.annotations.NullMarked;
