package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Keeps a column's values out of logs and error messages; they print as a placeholder. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Sensitive {}
