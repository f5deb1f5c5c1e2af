package dev.dovetail.orm.attribute;

import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Join;
import dev.dovetail.sql.JoinKind;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Source;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of a mapped class in a statement, joined by their primary keys. */
public final class JoinedTables {

    private JoinedTables() {}

    /**
     * The tables. With an alias the first has it, and the others have it with their own name.
     *
     * @param tables the class's tables
     * @param alias the alias, or null for the tables' own names
     * @return the tables in a statement, in the same order
     */
    public static List<TableSource> sources(List<TablePart> tables, @Nullable String alias) {
        List<TableSource> sources = new ArrayList<>();
        for (TablePart part : tables) {
            sources.add(sources.isEmpty() ? new TableSource(part.table(), alias) : other(part, alias));
        }
        return List.copyOf(sources);
    }

    /**
     * A table that is not the first.
     *
     * @param part the table
     * @param alias the alias of the first one, or null for the tables' own names
     * @return the table in a statement
     */
    public static TableSource other(TablePart part, @Nullable String alias) {
        return new TableSource(
                part.table(), alias == null ? null : alias + "_" + part.table().name());
    }

    /**
     * The tables as one source.
     *
     * @param tables the class's tables
     * @param alias the alias, or null for the tables' own names
     * @return rows that all tables have
     */
    public static Source join(List<TablePart> tables, @Nullable String alias) {
        List<TableSource> sources = sources(tables, alias);
        Source source = sources.get(0);
        for (int i = 1; i < sources.size(); i++) {
            source = new Join(
                    source,
                    sources.get(i),
                    JoinKind.INNER,
                    sameRow(tables.get(0), sources.get(0), tables.get(i), sources.get(i)));
        }
        return source;
    }

    /**
     * That the rows of two tables are of the same object.
     *
     * @param first the first table
     * @param firstSource the same in the statement
     * @param other the other table
     * @param otherSource the same in the statement
     * @return the condition
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // generic array creation; a key has the type of the key it refers to
    public static Expression<Boolean> sameRow(
            TablePart first, TableSource firstSource, TablePart other, TableSource otherSource) {
        Operand[] conditions = new Operand[first.key().size()];
        for (int i = 0; i < conditions.length; i++) {
            ColumnRef key = otherSource.col(other.key().get(i));
            conditions[i] = key.eq((Operand) firstSource.col(first.key().get(i)));
        }
        return Sql.and(conditions);
    }
}
