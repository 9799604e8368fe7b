/// The Exploit Prediction Scoring System of FIRST: how likely a vulnerability is to be exploited within 30 days.
@NullMarked
package io.kuramori.engine.matching.epss;

import org.jspecify.annotations.NullMarked;
