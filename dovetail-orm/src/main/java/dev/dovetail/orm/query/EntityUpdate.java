package dev.dovetail.orm.query;

import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.sql.Assignment;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes all rows of an entity for which some conditions hold, past the unit of work: no cascades, no listeners of single
 * objects. One statement; where the rows are in several tables, one that reads their keys, and one for each table that
 * changes. Immutable; each method gives a new statement.
 *
 * @param <E> the entity
 */
public final class EntityUpdate<E> {

    private final EntityPath<E> root;
    private final List<Update> tables;
    private final List<Expression<Boolean>> conditions;
    private final Synchronization synchronization;

    private EntityUpdate(
            EntityPath<E> root,
            List<Update> tables,
            List<Expression<Boolean>> conditions,
            Synchronization synchronization) {
        this.root = root;
        this.tables = List.copyOf(tables);
        this.conditions = List.copyOf(conditions);
        this.synchronization = synchronization;
    }

    /**
     * An update of all objects of an entity that sets nothing yet.
     *
     * @param root the entity's path
     * @param <E> the entity
     * @return the statement
     */
    public static <E> EntityUpdate<E> of(EntityPath<E> root) {
        List<Update> tables = root.mapped().tables().stream()
                .map(part -> Sql.update(part.table()))
                .toList();
        return new EntityUpdate<>(root, tables, List.of(), Synchronization.AUTO);
    }

    /**
     * Sets a column.
     *
     * @param attribute the column's attribute
     * @param value the value, or null for NULL
     * @param <T> the column's type
     * @return a new statement
     */
    public <T> EntityUpdate<E> set(Operand<T> attribute, @Nullable T value) {
        return with(attribute, table -> table.set(attribute, value));
    }

    /**
     * Sets a column to what an expression gives for the row, of columns of the same table.
     *
     * @param attribute the column's attribute
     * @param value the expression
     * @param <T> the column's type
     * @return a new statement
     */
    public <T> EntityUpdate<E> set(Operand<T> attribute, Operand<T> value) {
        return with(attribute, table -> table.set(attribute, value));
    }

    /** Where no table of the entity has the column, the last one says so. */
    private EntityUpdate<E> with(Operand<?> attribute, UnaryOperator<Update> set) {
        int last = tables.size() - 1;
        int at = last;
        for (int i = 0; i < last; i++) {
            if (attribute.expression() instanceof ColumnRef<?> column
                    && column.column().table() == tables.get(i).table()) {
                at = i;
            }
        }
        List<Update> changed = new ArrayList<>(tables);
        changed.set(at, set.apply(tables.get(at)));
        return new EntityUpdate<>(root, changed, conditions, synchronization);
    }

    /**
     * Only rows for which all conditions hold.
     *
     * @param conditions the conditions, in addition to earlier ones
     * @return a new statement
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final EntityUpdate<E> where(Operand<Boolean>... conditions) {
        List<Expression<Boolean>> all = new ArrayList<>(this.conditions);
        for (Operand<Boolean> condition : conditions) {
            all.add(condition.expression());
        }
        return new EntityUpdate<>(root, tables, all, synchronization);
    }

    /**
     * How objects in memory follow.
     *
     * @param how the way; {@link Synchronization#AUTO} unless it is said
     * @return a new statement
     */
    public EntityUpdate<E> synchronize(Synchronization how) {
        return new EntityUpdate<>(root, tables, conditions, how);
    }

    /**
     * The entity's path.
     *
     * @return the path whose rows are changed
     */
    public EntityPath<E> root() {
        return root;
    }

    /**
     * The columns that are set.
     *
     * @return the columns and what they become, those of the base's table first
     */
    public List<Assignment> assignments() {
        return tables.stream().flatMap(table -> table.assignments().stream()).toList();
    }

    /**
     * Which rows are changed.
     *
     * @return the conditions, which all hold
     */
    public List<Expression<Boolean>> conditions() {
        return conditions;
    }

    /**
     * How objects in memory follow.
     *
     * @return the way
     */
    public Synchronization synchronization() {
        return synchronization;
    }
}
