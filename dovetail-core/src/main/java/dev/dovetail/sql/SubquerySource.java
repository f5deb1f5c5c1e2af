package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.type.Type;

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
        OutputName.Found found = OutputName.find(query.columns(), name);
        // Of several with the name the database would take any, whichever class was asked for.
        if (found.count() != 1 || query.columns().get(found.first()).type().javaClass() != javaClass) {
            throw new UsageException(
                    "DVT-SQL-COLUMN",
                    "subquery " + alias + " has " + found.count() + (found.count() == 1 ? " column" : " columns")
                            + " named " + name
                            + (found.count() == 1
                                    ? ", but its values are of "
                                            + query.columns()
                                                    .get(found.first())
                                                    .type()
                                                    .javaClass()
                                                    .getName() + ", not " + javaClass.getName()
                                    : "; give the one that is meant a label"));
        }
        return new SubqueryColumn<>(
                this, name, (Type<T>) query.columns().get(found.first()).type());
    }

    @Override
    public void accept(SourceVisitor visitor) {
        visitor.visit(this);
    }
}
