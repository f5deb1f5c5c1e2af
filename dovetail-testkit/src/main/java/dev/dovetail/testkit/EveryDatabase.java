package dev.dovetail.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * In place of {@code @Test}: the test runs once for each {@link TestDatabase}, each time with a new, empty {@link
 * Database}, which the method, the constructor and the methods before and after it can take as a parameter. The test
 * fails if a connection is still in use at its end.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@SuppressWarnings("exports") // JUnit makes the extension, and nobody else names it.
@ExtendWith(DatabaseInvocations.class)
public @interface EveryDatabase {}
