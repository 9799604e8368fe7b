/// Events × rules → alerts (guideline 2.4). The face of the engine stands here; its evaluator is not built yet, so
/// nothing in the application depends on it.
@NullMarked
package io.kuramori.engine.detection;

import org.jspecify.annotations.NullMarked;
