package dev.dovetail;

import java.io.Serial;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A constraint refused the data. */
public abstract sealed class IntegrityException extends DatabaseException
        permits UniqueViolationException,
                ForeignKeyViolationException,
                NotNullViolationException,
                CheckViolationException,
                ExclusionViolationException {

    @Serial
    private static final long serialVersionUID = 1L;

    IntegrityException(String code, String headline, ErrorFacts facts, @Nullable Throwable cause) {
        super(code, MessageLayout.message(headline, facts), facts, cause);
    }

    /**
     * The name of the constraint.
     *
     * @return the name, or null if it is not known or the constraint has none
     */
    public final @Nullable String constraint() {
        return facts().constraint().name();
    }

    /**
     * The table that has the constraint: of a foreign key, always the referring one.
     *
     * @return the table, or null if it is not known
     */
    public final @Nullable String table() {
        return facts().constraint().table();
    }

    /**
     * The columns of the constraint.
     *
     * @return the columns, empty if they are not known
     */
    public final List<String> columns() {
        return facts().constraint().columns();
    }

    /**
     * The offending values, by column and in the order of the columns.
     *
     * @return the values, empty if they are not known
     */
    public final Map<String, @Nullable Object> values() {
        return facts().constraint().values();
    }

    /**
     * What the program sent for columns whose values the database changed before it refused them, as MariaDB and MySQL do
     * where they are not strict: the empty text becomes 0.
     *
     * @return the values as they were sent, by column; empty if the database saw them as they were
     */
    public final Map<String, @Nullable Object> given() {
        return facts().constraint().given();
    }

    /**
     * The rows that were there already, when a constraint was to be added that they break.
     *
     * @return the rows, null if no constraint was to be added, or if they are not known
     */
    public final @Nullable ReferencingRows breaking() {
        return facts().constraint().breaking();
    }

    /**
     * The attributes that the columns are mapped to, in the order of the columns.
     *
     * @return the attributes; a column without one is left out
     */
    public final List<String> attributes() {
        Map<String, String> attributes = facts().origin().attributes();
        return columns().stream()
                .filter(attributes::containsKey)
                .map(attributes::get)
                .toList();
    }
}
