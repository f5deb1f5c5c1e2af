package dev.dovetail.testkit;

import dev.dovetail.compile.Capability;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a test that it shows what becomes of a capability on every database: where the database lacks it, Dovetail
 * does the same in another way, and the test passes as well. Where the statement is refused, it is {@link Requires}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Shows {

    /**
     * The capabilities.
     *
     * @return at least one
     */
    Capability[] value();
}
