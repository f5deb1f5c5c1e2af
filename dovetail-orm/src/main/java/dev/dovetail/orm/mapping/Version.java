package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a number the row's version counter: 1 after the INSERT, one more after each UPDATE. UPDATE and DELETE name the
 * version that the session knows; where the row has another one by then, somebody else has changed it, and the flush is
 * refused with a {@link dev.dovetail.StaleDataException}. The column is NOT NULL. After SQLAlchemy's
 * {@code version_id_col}.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Version {}
