package dev.dovetail.integrity;

import dev.dovetail.ErrorFacts;
import dev.dovetail.schema.MetaData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which values are left out of messages, logs and the data on exceptions. */
public enum Redaction {
    /** Those of columns that their origin calls sensitive. */
    SENSITIVE,
    /** All of them. */
    ALL;

    /**
     * Whether the values of a column of the statement's table are to be left out.
     *
     * @param origin on whose behalf the statement runs
     * @param column the column, null for a value that belongs to none
     * @return true if they are
     */
    public boolean hides(StatementOrigin origin, @Nullable String column) {
        return this == ALL || column != null && origin.sensitive(column);
    }

    /**
     * Leaves values out of facts that were gathered without knowing on whose behalf: those of a commit.
     *
     * @param facts what is known about an error
     * @param origin says which columns are sensitive, and which tables there are
     * @return the facts without the values that may not be shown
     */
    public ErrorFacts redacted(ErrorFacts facts, StatementOrigin origin) {
        MetaData tables = origin.metadata();
        return new Sensitivity(this, origin, () -> tables == null ? List.of() : tables.tables()).redacted(facts);
    }
}
