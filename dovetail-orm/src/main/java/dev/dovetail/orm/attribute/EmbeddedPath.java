package dev.dovetail.orm.attribute;

import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Sql;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An embedded record in a query. The processor writes a subclass for each, with one typed attribute for each component
 * ({@code ORDER.address.city}).
 *
 * @param <E> the entity
 * @param <V> the record
 */
public abstract class EmbeddedPath<E, V> {

    private final EntityPath<E> path;
    private final String name;
    private final Function<V, @Nullable Object[]> parts;
    private final int[] columns;

    /**
     * For generated subclasses.
     *
     * @param path the entity
     * @param name the field's name; with dots for a record within a record
     * @param parts takes a record apart, into the values of its columns in their order
     */
    protected EmbeddedPath(EntityPath<E> path, String name, Function<V, @Nullable Object[]> parts) {
        this.path = path;
        this.name = name;
        this.parts = parts;
        List<ColumnModel> all = path.mapped().model().columns();
        this.columns = IntStream.range(0, all.size())
                .filter(position ->
                        String.valueOf(all.get(position).attribute()).startsWith(name + "."))
                .toArray();
    }

    /**
     * That the columns have the values of a record.
     *
     * @param value the record, or null for NULL in all columns
     * @return the condition
     */
    public final Expression<Boolean> is(@Nullable V value) {
        @Nullable Object[] values = value == null ? new Object[columns.length] : parts.apply(value);
        return Sql.and(IntStream.range(0, columns.length)
                .mapToObj(i -> RelationshipAttribute.match(
                        path, new int[] {columns[i]}, values[i] == null ? null : new Object[] {values[i]}))
                .toArray(EmbeddedPath::conditions));
    }

    /**
     * That there is no record: NULL in all columns.
     *
     * @return the condition
     */
    public final Expression<Boolean> isNull() {
        return is(null);
    }

    /**
     * That there is a record: a value in any column.
     *
     * @return the condition
     */
    public final Expression<Boolean> isNotNull() {
        return Sql.or(Arrays.stream(columns)
                .mapToObj(column -> path.column(column).isNotNull())
                .toArray(EmbeddedPath::conditions));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // generic array creation
    private static Operand<Boolean>[] conditions(int length) {
        return new Operand[length];
    }

    @Override
    public String toString() {
        return path.mapped().model().simpleName() + "." + name;
    }
}
