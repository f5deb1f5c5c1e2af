package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query in the FROM clause of another.
 *
 * @param query the query
 * @param alias its name there
 */
public record SubquerySource(Query<?> query, String alias) implements Source {
    /**
     * A column of the query.
     *
     * @param <T> the Java class of its values
     * @param name its label, or the name of the table's column
     * @param javaClass the Java class of its values
     * @return the expression
     * @throws UsageException if the query has no such column, several, or its values have another class; code {@code
     *     DVT-SQL-COLUMN}
     */
    @SuppressWarnings("unchecked") // checked by the comparison of the classes
    public <T> SubqueryColumn<T> col(String name, Class<T> javaClass) {
        List<Expression<?>> found = new ArrayList<>();
        for (Expression<?> column : query.columns()) {
            if (name.equalsIgnoreCase(outputName(column))) {
                found.add(column);
            }
        }
        // Of several with the name the database would take any, whichever class was asked for.
        if (found.size() != 1 || found.get(0).type().javaClass() != javaClass) {
            throw new UsageException(
                    "DVT-SQL-COLUMN",
                    "subquery " + alias + " has " + found.size() + (found.size() == 1 ? " column" : " columns")
                            + " named " + name
                            + (found.size() == 1
                                    ? ", but its values are of "
                                            + found.get(0).type().javaClass().getName() + ", not " + javaClass.getName()
                                    : "; give the one that is meant a label"));
        }
        return new SubqueryColumn<>(this, name, (Type<T>) found.get(0).type());
    }

    private static @Nullable String outputName(Expression<?> column) {
        if (column instanceof Label<?> label) {
            return label.name();
        }
        if (column instanceof SubqueryColumn<?> inner) {
            return inner.name();
        }
        return column instanceof ColumnRef<?> ref ? ref.column().name() : null;
    }

    @Override
    public void accept(SourceVisitor visitor) {
        visitor.visit(this);
    }
}
