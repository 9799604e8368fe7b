/// RubyGems' version order.
@NullMarked
package io.kuramori.engine.matching.version.rubygems;

import org.jspecify.annotations.NullMarked;
