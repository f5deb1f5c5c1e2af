package dev.dovetail.orm.query;

import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.sql.JoinTarget;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.OrderTerm;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.RowLock;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.SourceLike;
import dev.dovetail.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * A query for the objects of one entity. Immutable; each method gives a new query.
 *
 * @param <E> the entity
 */
public final class EntitySelect<E> {

    private final EntityPath<E> root;
    private final Select<Row> select;
    private final List<LoadOption<? super E>> options;
    private final boolean populatesExisting;

    private EntitySelect(
            EntityPath<E> root, Select<Row> select, List<LoadOption<? super E>> options, boolean populatesExisting) {
        this.root = root;
        this.select = select;
        this.options = List.copyOf(options);
        this.populatesExisting = populatesExisting;
    }

    /**
     * All objects of an entity.
     *
     * @param root the entity's path
     * @param <E> the entity
     * @return the query
     */
    public static <E> EntitySelect<E> of(EntityPath<E> root) {
        return new EntitySelect<>(root, Sql.select(root.columns()).from(root.source()), List.of(), false);
    }

    /**
     * Only objects for which all conditions hold.
     *
     * @param conditions the conditions, in addition to earlier ones
     * @return a new query
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final EntitySelect<E> where(Operand<Boolean>... conditions) {
        return with(select.where(conditions));
    }

    /**
     * Joins along a relationship, for conditions on the other side.
     *
     * @param relationship the relationship
     * @return a new query
     */
    public EntitySelect<E> join(JoinTarget relationship) {
        return with(select.join(relationship));
    }

    /**
     * Joins another source.
     *
     * @param source what is joined
     * @param on the join's condition
     * @return a new query
     */
    public EntitySelect<E> join(SourceLike source, Operand<Boolean> on) {
        return with(select.join(source, on));
    }

    /**
     * Joins along a relationship, keeping objects that have nothing on the other side.
     *
     * @param relationship the relationship
     * @return a new query
     */
    public EntitySelect<E> leftJoin(JoinTarget relationship) {
        return with(select.leftJoin(relationship));
    }

    /**
     * The order of the objects.
     *
     * @param terms attributes or expressions, ascending unless {@code desc()} says otherwise
     * @return a new query
     */
    public EntitySelect<E> orderBy(OrderTerm... terms) {
        return with(select.orderBy(terms));
    }

    /**
     * At most so many rows.
     *
     * @param rows how many
     * @return a new query
     */
    public EntitySelect<E> limit(long rows) {
        return with(select.limit(rows));
    }

    /**
     * Leaves out the first rows.
     *
     * @param rows how many
     * @return a new query
     */
    public EntitySelect<E> offset(long rows) {
        return with(select.offset(rows));
    }

    /**
     * Locks the rows that are found until the end of the transaction. Objects that are in memory and not stale are not read
     * again.
     *
     * @param lock the lock, for instance {@code RowLock.forUpdate()}
     * @return a new query
     */
    public EntitySelect<E> lock(RowLock lock) {
        return with(select.lock(lock));
    }

    /**
     * Says what is loaded with the objects, and how the rest is loaded later.
     *
     * @param more made by {@link Queries}, in addition to earlier ones; the last that names a relationship counts
     * @return a new query
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final EntitySelect<E> options(LoadOption<? super E>... more) {
        List<LoadOption<? super E>> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new EntitySelect<>(root, select, all, populatesExisting);
    }

    /**
     * Overwrites objects that the session has already with what the query reads, changes that were not flushed included,
     * and fills loaded holders anew. After SQLAlchemy's {@code populate_existing}.
     *
     * @return a new query
     */
    public EntitySelect<E> populateExisting() {
        return new EntitySelect<>(root, select, options, true);
    }

    /**
     * The entity's path.
     *
     * @return the path whose columns are selected
     */
    public EntityPath<E> root() {
        return root;
    }

    /**
     * The statement, whose columns are those of the entity in their order.
     *
     * @return the statement
     */
    public Select<Row> statement() {
        return select;
    }

    /**
     * What was said about loading.
     *
     * @return the options, in the order in which they were given
     */
    public List<LoadOption<? super E>> options() {
        return options;
    }

    /**
     * Whether objects that the session has already are overwritten.
     *
     * @return true after {@link #populateExisting()}
     */
    public boolean populatesExisting() {
        return populatesExisting;
    }

    private EntitySelect<E> with(Select<Row> changed) {
        return new EntitySelect<>(root, changed, options, populatesExisting);
    }
}
