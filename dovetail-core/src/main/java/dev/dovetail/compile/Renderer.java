package dev.dovetail.compile;

import dev.dovetail.UsageException;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.ResultStatement;
import dev.dovetail.sql.Statement;
import dev.dovetail.sql.Write;
import dev.dovetail.type.Codec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes SQL of statements for one dialect. Thread-safe.
 *
 * <p>How a statement becomes SQL: {@link Structure} takes it apart into a key and its values; if no compiled statement
 * is kept under the key, the statement's visitor writes the clauses, and the expression visitor what is in them, into
 * one writer, which quotes names and turns values into bind slots. The compiled statement then serves every statement
 * of the same key.
 */
public final class Renderer {
    private final Dialect dialect;

    /**
     * Makes a renderer.
     *
     * @param dialect the dialect
     */
    public Renderer(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Compiles a statement.
     *
     * @param statement the statement
     * @return its SQL
     * @throws UsageException as {@link #compile(Statement, Structure)}
     */
    public CompiledStatement compile(Statement statement) {
        return compile(statement, Structure.of(statement));
    }

    /**
     * Compiles a statement whose structure is known already.
     *
     * @param statement the statement
     * @param structure its structure
     * @return its SQL, for all statements of the same key
     * @throws UsageException if the statement is not complete, or has a construct ({@code DVT-SQL-UNSUPPORTED}) or a
     *     name ({@code DVT-SQL-IDENTIFIER}) that the database does not take
     */
    public CompiledStatement compile(Statement statement, Structure structure) {
        SqlWriter writer = new SqlWriter(dialect);
        statement.accept(new StatementRendering(dialect, structure, writer));
        if (writer.slots().size() > dialect.limits().parameters()) {
            throw new UsageException(
                    "DVT-SQL-LIMIT",
                    "the statement has " + writer.slots().size() + " parameters; " + dialect.name() + " takes "
                            + dialect.limits().parameters() + ". Divide the rows or the IN list");
        }
        String sql = writer.sql();
        return new CompiledStatement(sql, writer.slots(), codecs(statement), dialect.mistakesParameters(sql));
    }

    /**
     * Which arguments tell the rows of a write apart, if they can go as arrays, see {@link Dialect#arrayElement}.
     *
     * @param statement the statement for one row
     * @param returned the columns that are to come back
     * @return the positions of the arguments that are an UPDATE's or DELETE's key, none for an INSERT; null where rows have to
     *     go by themselves
     */
    public int @Nullable [] arrayKey(Write statement, List<Column<?>> returned) {
        return ArrayRendering.key(statement, returned, dialect);
    }

    /**
     * Compiles a write for many rows, which go as arrays: one {@code ?} for each slot, whose values are the array's elements.
     * What comes back is, of an INSERT, the columns in the order of the rows; of the others, the number of a row that was met,
     * counted from 1, and the columns.
     *
     * @param statement a statement that {@link #arrayKey} does not refuse
     * @param returned the columns that are to come back
     * @return its SQL
     */
    public CompiledStatement compileArrays(Write statement, List<Column<?>> returned) {
        return ArrayRendering.render(statement, returned, dialect);
    }

    private List<Codec<?>> codecs(Statement statement) {
        List<Codec<?>> codecs = new ArrayList<>();
        if (statement instanceof ResultStatement<?> result) {
            for (Expression<?> column : result.columns()) {
                codecs.add(dialect.codec(column.type()).forReading());
            }
        }
        return codecs;
    }
}
