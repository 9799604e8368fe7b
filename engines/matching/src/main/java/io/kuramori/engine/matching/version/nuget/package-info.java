/// NuGet's version order.
@NullMarked
package io.kuramori.engine.matching.version.nuget;

import org.jspecify.annotations.NullMarked;
