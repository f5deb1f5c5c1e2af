package dev.dovetail.orm.internal.load;

import dev.dovetail.compile.Capability;
import dev.dovetail.orm.attribute.JoinedTables;
import dev.dovetail.orm.attribute.TablePart;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.RowLayout;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Condition;
import dev.dovetail.sql.Join;
import dev.dovetail.sql.JoinKind;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.RowLock;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Source;
import dev.dovetail.sql.TableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entity in a statement that reads its rows: with all columns of each row, of whatever subclass it is. The tables of
 * subclasses are joined from outside.
 *
 * @param entity the entity
 * @param alias its name in the statement, or null for the tables' own names
 * @param layout which columns are read
 */
public record EntitySource(
        EntityDescriptor<?> entity, @Nullable String alias, RowLayout layout) {

    /**
     * An entity without its deferred columns.
     *
     * @param entity the entity
     * @param alias its name in the statement, or null for the tables' own names
     */
    public EntitySource(EntityDescriptor<?> entity, @Nullable String alias) {
        this(entity, alias, entity.layout());
    }

    /** {@return the tables, joined} */
    public Source source() {
        Source source = JoinedTables.join(entity.tables(), alias);
        for (TablePart part : layout.added()) {
            TableSource subclass = JoinedTables.other(part, alias);
            source = new Join(
                    source, subclass, JoinKind.LEFT, JoinedTables.sameRow(root(), rootSource(), part, subclass));
        }
        return source;
    }

    /** {@return the columns, in the order of the {@link RowLayout}} */
    public List<ColumnRef<?>> columns() {
        List<ColumnRef<?>> columns = new ArrayList<>();
        for (RowLayout.Item item : layout.items()) {
            columns.add(column(item));
        }
        return columns;
    }

    /**
     * One of the entity's own columns.
     *
     * @param position its position
     * @return the column
     */
    public ColumnRef<?> column(int position) {
        return column(new RowLayout.Item(entity, position));
    }

    private ColumnRef<?> column(RowLayout.Item item) {
        Table table = item.column().table();
        TableSource source = table == root().table()
                ? rootSource()
                : new TableSource(table, alias == null ? null : alias + "_" + table.name());
        return source.col(item.column());
    }

    /**
     * That a row is one of the entity's.
     *
     * @return a condition on the discriminator, or null where the tables say it
     */
    public @Nullable Condition restriction() {
        if (!entity.inBaseTable()) {
            return null;
        }
        return among(column(entity.discriminator()));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an identity has the discriminator's type
    private Condition among(ColumnRef column) {
        List<Object> identities = new ArrayList<>();
        entity.hierarchy().stream()
                .map(EntityDescriptor::identity)
                .filter(Objects::nonNull)
                .forEach(identities::add);
        return column.in(identities);
    }

    /**
     * Joins the tables of subclasses to a query that has the entity's own.
     *
     * @param query the query
     * @param <R> what a row is
     * @return the query with the tables of subclasses
     */
    <R> Select<R> withSubclasses(Select<R> query) {
        Select<R> joined = query;
        for (TablePart part : layout.added()) {
            TableSource subclass = JoinedTables.other(part, alias);
            joined = joined.leftJoin(subclass, JoinedTables.sameRow(root(), rootSource(), part, subclass));
        }
        return joined;
    }

    /**
     * A lock reaches all tables of an object, so that all of it is as it is now. Where it cannot reach what an outer join
     * may miss, it locks the entity's own tables.
     *
     * @param lock the lock
     * @param session asks the database
     * @return the lock that names them where there are others
     */
    public RowLock reach(RowLock lock, LoadContext session) {
        return !session.connection(entity).engine().dialect().has(Capability.LOCK_OF_OUTER_JOINS)
                        && lock.tables().isEmpty()
                        && !layout.added().isEmpty()
                ? lock.of(JoinedTables.sources(entity.tables(), alias).toArray(TableSource[]::new))
                : lock;
    }

    /**
     * Completes a query from the entity's path, which knows nothing of subclasses.
     *
     * @param query a query whose columns are the entity's own
     * @param session asks the database what a lock can reach
     * @return the query with all columns of each row
     */
    @SuppressWarnings("unchecked") // the columns are those of the entity, of whatever type
    public Select<Row> complete(Select<Row> query, LoadContext session) {
        Select<Row> complete = query;
        if (entity.hierarchy().size() > 1 || entity.deferred().length > 0) {
            complete = withSubclasses(query.withColumns(columns()));
            if (query.lock() != null) {
                complete = complete.lock(reach(query.lock(), session));
            }
        }
        return restricted(complete);
    }

    /**
     * Restricts a query to rows of the entity.
     *
     * @param query a query from its tables
     * @return the query, which is the same where the tables say it
     */
    @SuppressWarnings("unchecked") // one condition at most
    Select<Row> restricted(Select<Row> query) {
        Condition restriction = restriction();
        return restriction == null ? query : query.where(restriction);
    }

    private TablePart root() {
        return entity.tables().get(0);
    }

    private TableSource rootSource() {
        return new TableSource(root().table(), alias);
    }
}
