package dev.dovetail;

import java.io.Serial;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two rows would have the same value where the values of all rows must differ. */
public final class UniqueViolationException extends IntegrityException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param facts what is known
     * @param cause the driver's exception
     */
    public UniqueViolationException(ErrorFacts facts, @Nullable Throwable cause) {
        super("DVT-23-UNIQUE", Headline.unique(facts), facts, cause);
    }

    /**
     * The primary key of the row that already has the values, by column.
     *
     * @return the key, empty if it is not known
     */
    public Map<String, @Nullable Object> existingRow() {
        return facts().constraint().existingRow();
    }

    /**
     * Whether it is the primary key that would have been given twice.
     *
     * @return true for the primary key
     */
    public boolean isPrimaryKey() {
        return facts().constraint().primaryKey();
    }
}
