/// Version ranges as people write them: comparison signs, English phrases, Japanese phrases.
@NullMarked
package io.kuramori.engine.matching.words;

import org.jspecify.annotations.NullMarked;
