/// Reads NVD's API 2.0 answers and feed files, and the configurations CVE records share with them.
@NullMarked
package io.kuramori.engine.matching.nvd;

import org.jspecify.annotations.NullMarked;
