/// Stakeholder-Specific Vulnerability Categorization (CERT/CC, CISA): from a few plain facts to when to act, with the
/// path that led there (guideline 2.2.3).
@NullMarked
package io.kuramori.engine.matching.ssvc;

import org.jspecify.annotations.NullMarked;
