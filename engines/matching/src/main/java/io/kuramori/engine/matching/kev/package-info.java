/// Catalogues of vulnerabilities known to be exploited: CISA's and the EU's (ENISA).
@NullMarked
package io.kuramori.engine.matching.kev;

import org.jspecify.annotations.NullMarked;
