package dev.dovetail.dialect.postgresql;

import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an error that the server sent, https://www.postgresql.org/docs/current/protocol-error-fields.html, which
 * the driver has in {@code PSQLException.getServerErrorMessage()}. They are read through reflection, so that neither
 * the compiler nor a program that uses another database needs the driver; errors are not on the hot path. They are
 * there also if {@code logServerErrorDetail=false} keeps them out of the message.
 *
 * @param message the primary message, in the server's language
 * @param detail the detail, in the server's language; null if it was not sent
 * @param schema the schema of the table
 * @param table the table that has the constraint
 * @param column the column
 * @param constraint the constraint
 */
record ServerFields(
        String message,
        @Nullable String detail,
        @Nullable String schema,
        @Nullable String table,
        @Nullable String column,
        @Nullable String constraint) {

    /** The fields; null if the error came from the driver alone, or if they cannot be read. */
    static @Nullable ServerFields of(SQLException error) {
        // A batch has an exception of its own around the server's.
        for (Throwable inner = error; inner != null; inner = inner.getCause()) {
            ServerFields fields = read(inner);
            if (fields != null) {
                return fields;
            }
        }
        SQLException next = error.getNextException();
        return next == null ? null : of(next);
    }

    private static @Nullable ServerFields read(Throwable error) {
        try {
            Object fields = error.getClass().getMethod("getServerErrorMessage").invoke(error);
            return fields == null
                    ? null
                    : new ServerFields(
                            String.valueOf(field(fields, "getMessage")),
                            field(fields, "getDetail"),
                            field(fields, "getSchema"),
                            field(fields, "getTable"),
                            field(fields, "getColumn"),
                            field(fields, "getConstraint"));
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return null;
        }
    }

    private static @Nullable String field(Object fields, String getter)
            throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        Object value = fields.getClass().getMethod(getter).invoke(fields);
        return value == null ? null : value.toString();
    }
}
