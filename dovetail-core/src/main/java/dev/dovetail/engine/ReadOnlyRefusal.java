package dev.dovetail.engine;

import dev.dovetail.sql.Query;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Statement;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

/** What a database would say to a write in a read-only transaction, if it had such transactions. */
final class ReadOnlyRefusal extends SQLException {

    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("SELECT", "VALUES", "TABLE", "SHOW", "EXPLAIN", "WITH");
    private static final Pattern WRITING =
            Pattern.compile("\\b(?:INSERT|UPDATE|DELETE|MERGE)\\b", Pattern.CASE_INSENSITIVE);

    ReadOnlyRefusal(String database) {
        super(
                "the transaction only reads; " + database + " does not see to that, so the statement was not sent",
                "25006");
    }

    /** What cannot be seen to be a query counts as a write. */
    static boolean isNeeded(Statement statement, String sql) {
        if (statement instanceof RawStatement) {
            String first = TransactionCommand.firstWord(sql);
            return !READING.contains(first)
                    || (first.equals("WITH") || first.equals("EXPLAIN"))
                            && WRITING.matcher(sql).find();
        }
        return !(statement instanceof Query);
    }
}
