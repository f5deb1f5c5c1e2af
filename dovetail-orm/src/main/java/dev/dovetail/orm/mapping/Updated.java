package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Sets a time field when the object is inserted, and again at each update, from the session factory's clock. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Updated {}
