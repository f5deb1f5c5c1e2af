package dev.dovetail.compile;

/**
 * A statement that creates or drops something.
 *
 * @param object what it is about; of a comment, the table that it is on
 * @param temporary whether it is about a table that only its connection sees
 * @param sql the text
 */
public record DdlStatement(DdlObject object, boolean temporary, String sql) {
    /** The text. */
    @Override
    public String toString() {
        return sql;
    }
}
