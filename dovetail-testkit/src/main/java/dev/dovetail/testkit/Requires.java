package dev.dovetail.testkit;

import dev.dovetail.compile.Capability;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a test with {@link EveryDatabase} needs of the dialect. Where the dialect lacks it the test runs all the same, and
 * has to end in the refusal that says so ({@code DVT-SQL-UNSUPPORTED}): a test that succeeds there fails, and so does
 * one that gets as far as the database.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    /**
     * The capabilities, all of which are needed.
     *
     * @return at least one
     */
    Capability[] value();
}
