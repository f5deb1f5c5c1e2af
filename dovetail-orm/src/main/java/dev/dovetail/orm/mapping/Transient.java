package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Leaves a field out of the mapping. The keyword {@code transient} does the same. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Transient {}
