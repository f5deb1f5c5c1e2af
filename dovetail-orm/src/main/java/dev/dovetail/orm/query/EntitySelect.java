package dev.dovetail.orm.query;

import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.sql.JoinTarget;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.OrderTerm;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.RowLock;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.SourceLike;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query for the objects of one entity. Immutable; each method gives a new query.
 *
 * @param <E> the entity
 */
public final class EntitySelect<E> {

    private final EntityPath<E> root;
    private final Select<Row> select;
    private final List<LoadOption<? super E>> options;
    private final Keeping keeping;

    /** What a session does with the objects of a query. */
    public enum Keeping {
        /** It keeps them, and leaves those alone that it has; of a stream it keeps none. */
        USUAL,
        /** It keeps them, those of a stream too. */
        MANAGED,
        /** It keeps them, and overwrites those that it has. */
        OVERWRITING,
        /** It keeps none, and does not look at those that it has. */
        READ_ONLY
    }

    private EntitySelect(EntityPath<E> root, Select<Row> select, List<LoadOption<? super E>> options, Keeping keeping) {
        this.root = root;
        this.select = select;
        this.options = List.copyOf(options);
        this.keeping = keeping;
    }

    /**
     * All objects of an entity.
     *
     * @param root the entity's path
     * @param <E> the entity
     * @return the query
     */
    public static <E> EntitySelect<E> of(EntityPath<E> root) {
        return new EntitySelect<>(root, root.all(), List.of(), Keeping.USUAL);
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
     * Joins along a relationship, for conditions on the other side; to objects of the relationship's class only.
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
     * Locks the rows that are found until the end of the transaction. Objects that are in memory are brought up to date, as
     * what was read before the lock may have changed since: what the application changed and did not flush stays, and a
     * flush refuses it if the column has moved. A {@code stream} leaves them as they are. (SQLAlchemy refreshes only with {@code
     * populate_existing}.)
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
        return new EntitySelect<>(root, select, all, keeping);
    }

    /**
     * Overwrites objects that the session has already with what the query reads, changes that were not flushed included,
     * and fills loaded holders anew. After SQLAlchemy's {@code populate_existing}.
     *
     * @return a new query
     */
    public EntitySelect<E> populateExisting() {
        return new EntitySelect<>(root, select, options, Keeping.OVERWRITING);
    }

    /**
     * Gives objects that belong to no session: without a snapshot, not in the identity map, and not written by any flush.
     * Within one result there is one object for each row. Objects that the session has are neither returned nor looked at.
     * What no option loads is not loaded later either. To write one, give it to {@code merge}.
     *
     * @return a new query
     */
    public EntitySelect<E> readOnly() {
        return new EntitySelect<>(root, select, options, Keeping.READ_ONLY);
    }

    /**
     * Lets the session keep the objects of a stream, as it keeps those of a list.
     *
     * @return a new query
     */
    public EntitySelect<E> managed() {
        return new EntitySelect<>(root, select, options, Keeping.MANAGED);
    }

    /**
     * Reads parts of the objects instead of objects: one statement for the query, and one for each nested projection.
     *
     * @param projection made by {@link Projections}
     * @param <R> what is made of each object
     * @return a query for that
     */
    public <R extends @Nullable Object> ProjectedSelect<E, R> into(Projection<? super E, R> projection) {
        return new ProjectedSelect<>(this, projection);
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
     * What a session does with the objects.
     *
     * @return how they are kept
     */
    public Keeping keeping() {
        return keeping;
    }

    private EntitySelect<E> with(Select<Row> changed) {
        return new EntitySelect<>(root, changed, options, keeping);
    }
}
