package dev.dovetail.tests.conformance.corpus;

import org.jspecify.annotations.Nullable;

/**
 * An exception. Dovetail's is recorded in SQLAlchemy's terms.
 *
 * @param type SQLAlchemy's class, {@code IntegrityError}
 * @param kind which constraint, for an IntegrityError: unique, foreign_key, not_null, check, datatype
 */
public record Raised(
        String type, @Nullable String kind, @Nullable String message) {

    @Override
    public String toString() {
        return (kind == null ? type : type + "(" + kind + ")") + (message == null ? "" : ": " + message);
    }
}
