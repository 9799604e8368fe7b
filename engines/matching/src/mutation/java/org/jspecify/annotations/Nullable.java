package org.jspecify.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Stands before JSpecify's own while mutations are tested: the JVM refuses to redefine a record one of whose
/// components
/// carries a type annotation, and a mutation that was never tried says nothing.
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE_USE)
public @interface Nullable {}
