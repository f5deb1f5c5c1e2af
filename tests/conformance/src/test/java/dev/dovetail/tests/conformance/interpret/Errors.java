package dev.dovetail.tests.conformance.interpret;

import dev.dovetail.CheckViolationException;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.IntegrityException;
import dev.dovetail.NotNullViolationException;
import dev.dovetail.StaleDataException;
import dev.dovetail.TransactionStateException;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.UsageException;
import dev.dovetail.orm.attribute.DetachedHolderException;
import dev.dovetail.orm.attribute.ObjectDeletedException;
import dev.dovetail.tests.conformance.corpus.Raised;
import org.jspecify.annotations.Nullable;

/** SQLAlchemy's names for Dovetail's errors. */
final class Errors {

    private Errors() {}

    static Raised named(Throwable error) {
        return new Raised(type(error), kind(error), String.valueOf(error.getMessage()));
    }

    private static String type(Throwable error) {
        if (error instanceof IntegrityException) {
            return "IntegrityError";
        }
        if (error instanceof TransactionStateException) {
            return "PendingRollbackError";
        }
        if (error instanceof StaleDataException) {
            return "StaleDataError";
        }
        if (error instanceof DetachedHolderException) {
            return "DetachedInstanceError";
        }
        if (error instanceof ObjectDeletedException) {
            return "ObjectDeletedError";
        }
        if (error instanceof UsageException usage) {
            return switch (usage.code()) {
                case "DVT-ORM-CYCLE" -> "CircularDependencyError";
                case "DVT-USE-SAVEPOINT" -> "ResourceClosedError";
                default -> "InvalidRequestError";
            };
        }
        return error instanceof PythonError python
                ? python.type
                : error.getClass().getSimpleName();
    }

    private static @Nullable String kind(Throwable error) {
        if (error instanceof UniqueViolationException) {
            return "unique";
        }
        if (error instanceof ForeignKeyViolationException) {
            return "foreign_key";
        }
        if (error instanceof NotNullViolationException) {
            return "not_null";
        }
        return error instanceof CheckViolationException ? "check" : null;
    }

    /** What Python says of a step that makes no sense, and Java says otherwise or not at all. */
    static final class PythonError extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String type;

        PythonError(String type, String message) {
            super(message);
            this.type = type;
        }
    }
}
