package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.type.Type;
import java.util.ArrayList;
import java.util.List;

/** A source whose columns have names and types, though no table stands behind them. Immutable and thread-safe. */
public sealed interface DerivedTable extends SourceLike
        permits SubquerySource, CteSource, ValuesSource, FunctionSource, Cte {
    /**
     * The name of this source, by which its columns are qualified.
     *
     * @return the name
     */
    String alias();

    /**
     * The columns that can be spoken of.
     *
     * @return the columns that have a name, in order
     */
    List<NamedType<?>> outputs();

    /**
     * A column.
     *
     * @param <T> the Java class of its values
     * @param name its name: a label, or the name of a table's column
     * @param javaClass the Java class of its values
     * @return the expression
     * @throws UsageException if there is no such column, several, or its values have another class; code {@code
     *     DVT-SQL-COLUMN}
     */
    @SuppressWarnings("unchecked") // checked by the comparison of the classes
    default <T> DerivedColumn<T> col(String name, Class<T> javaClass) {
        Type<?> type = output(name).type();
        if (type.javaClass() != javaClass) {
            throw new UsageException(
                    "DVT-SQL-COLUMN",
                    alias() + "." + name + " has values of " + type.javaClass().getName() + ", not "
                            + javaClass.getName());
        }
        return new DerivedColumn<>(alias(), name, (Type<T>) type);
    }

    /**
     * A column.
     *
     * @param <T> the Java class of its values
     * @param column its name and type, as they were given to this source
     * @return the expression
     * @throws UsageException if there is no such column, several, or its values have another class; code {@code
     *     DVT-SQL-COLUMN}
     */
    default <T> DerivedColumn<T> col(NamedType<T> column) {
        return col(column.name(), column.type().javaClass());
    }

    /**
     * A column of texts, with the methods of texts.
     *
     * @param name its name
     * @return the operand
     * @throws UsageException as {@link #col(String, Class)}
     */
    default TextOperand text(String name) {
        return new TextView(col(name, String.class));
    }

    /**
     * A column of numbers, with the methods of numbers.
     *
     * @param <N> the Java class of its values
     * @param name its name
     * @param javaClass the Java class of its values
     * @return the operand
     * @throws UsageException as {@link #col(String, Class)}
     */
    default <N extends Number> NumericOperand<N> number(String name, Class<N> javaClass) {
        return new NumericView<>(col(name, javaClass));
    }

    /**
     * All columns that have a name.
     *
     * @return the expressions, in order
     * @throws UsageException if two have the same name; code {@code DVT-SQL-COLUMN}
     */
    default List<DerivedColumn<?>> cols() {
        List<DerivedColumn<?>> columns = new ArrayList<>();
        for (NamedType<?> output : outputs()) {
            columns.add(col(output));
        }
        return columns;
    }

    private NamedType<?> output(String name) {
        List<NamedType<?>> found = outputs().stream()
                .filter(output -> output.name().equalsIgnoreCase(name))
                .toList();
        // Of several with the name the database would take any, whichever class was asked for.
        if (found.size() != 1) {
            throw new UsageException(
                    "DVT-SQL-COLUMN",
                    alias() + " has " + found.size() + " columns named " + name
                            + "; give the one that is meant a label");
        }
        return found.get(0);
    }
}
