package io.kuramori.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Who may call a controller's method, or all methods of a controller that do not say so themselves: whoever has the
/// right somewhere. The [Caller] that the method gets sees the institutions where he has it, and no others.
///
/// What carries no declaration is refused, and fails a test.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allows {

    Right value();
}
