package dev.dovetail.orm.internal.load;

import dev.dovetail.compile.Dialect;
import dev.dovetail.orm.attribute.LinkTable;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.RowLayout;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Join;
import dev.dovetail.sql.JoinKind;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Source;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** How SQL goes from the owners of a relationship to the other side: by a foreign key, or through a secondary table. */
final class Along {

    private final RelationshipEnd end;
    private final EntityDescriptor<?> target;
    private final RowLayout layout;
    private final @Nullable LinkTable links;

    /** What is read of the other side is what the layout has. */
    Along(RelationshipEnd end, RowLayout target) {
        this.end = end;
        this.target = target.entity();
        this.layout = target;
        this.links = end.linkTable();
    }

    /**
     * The values by which an owner finds what is related to it; null while one of them is. A key of its own that was changed
     * and not flushed is not known to the database yet.
     */
    Object @Nullable [] key(InstanceState owner) {
        if (end.toParent()) {
            return end.foreignKey(owner.entity());
        }
        int[] columns = links == null ? end.parentColumns() : links.ownKey();
        if (owner.hasRow()) {
            return owner.known(columns);
        }
        return links == null ? end.key(owner.entity()) : links.ownValues(end.owner(), owner.entity());
    }

    /** The owner's columns whose values are the {@link #key}; positions in its model. */
    int[] ownColumns() {
        if (links != null) {
            return links.ownKey();
        }
        return end.toParent() ? end.childColumns() : end.parentColumns();
    }

    /** The keys of owners, as a statement for them takes them. */
    KeyList keys(List<Object[]> keys, Dialect dialect) {
        List<ColumnRef<?>> columns = links == null
                ? EntityStatements.columns(new EntitySource(target, null), columns())
                : ownColumns(links, Sql.table(links.table()));
        return KeyList.of(keys, columns, dialect);
    }

    /** Whether the objects of many owners are in order without the database's help: mostly they come so, if by an index. */
    boolean sortedInMemory(KeyList keys) {
        return keys.isArray() && end.model().orderBy().isEmpty() && target.hasNumericId();
    }

    /** Where the rows of {@link #byKeys} have the key of their owner. */
    List<Expression<?>> keyExpressions() {
        List<Expression<?>> expressions = new ArrayList<>();
        if (links != null) {
            TableSource table = Sql.table(links.table());
            links.ownColumns().forEach(column -> expressions.add(table.col(column)));
        } else {
            EntitySource source = new EntitySource(target, null);
            Arrays.stream(columns()).forEach(position -> expressions.add(source.column(position)));
        }
        return expressions;
    }

    /** Selects what is related to several owners, in the relationship's order; one parameter for each part of each key. */
    Select<Row> byKeys(KeyList keys, boolean sortedInMemory) {
        EntitySource source = new EntitySource(target, null, layout);
        List<Expression<?>> columns = new ArrayList<>(source.columns());
        Select<Row> select;
        if (links == null) {
            select = Sql.select(columns).from(source.source());
        } else {
            TableSource table = Sql.table(links.table());
            for (int column = 0; column < keyColumns(keys.size()).length; column++) {
                columns.add(table.col(links.ownColumns().get(column)));
            }
            select = Sql.select(columns).from(source.source()).join(table, pairs(table, source));
        }
        select = keys.restrict(select);
        select = source.restricted(select);
        return sortedInMemory
                ? select
                : EntityStatements.ordered(select, target, end.model().orderBy());
    }

    /** Where {@link #byKeys} gives the key of a row's owner: columns of the result, from 1; none for a single key. */
    int[] keyColumns(int keys) {
        if (keys == 1) {
            return new int[0];
        }
        if (links == null) {
            return Arrays.stream(columns())
                    .map(position -> layout.indexes(target)[position] + 1)
                    .toArray();
        }
        int[] columns = new int[links.ownColumns().size()];
        Arrays.setAll(columns, i -> layout.items().size() + i + 1);
        return columns;
    }

    /** What is joined to the owners: the other side, of a many-to-many relationship with the secondary table before it. */
    Source joined(EntitySource source, String linkName) {
        if (links == null) {
            return source.source();
        }
        TableSource table = Sql.table(links.table()).as(linkName);
        return new Join(table, source.source(), JoinKind.INNER, pairs(table, source));
    }

    /** Under which name the secondary table is joined, null where there is none. */
    @Nullable
    String linkTable() {
        return links == null ? null : links.table().name();
    }

    /** Which rows of what is joined belong to an owner. */
    Expression<Boolean> on(IntFunction<Expression<?>> ownColumn, EntitySource source, String linkName) {
        Expression<Boolean> related = related(ownColumn, source, linkName);
        Expression<Boolean> restriction = source.restriction();
        return restriction == null ? related : EntityStatements.all(2, i -> i == 0 ? related : restriction);
    }

    private Expression<Boolean> related(IntFunction<Expression<?>> ownColumn, EntitySource source, String linkName) {
        if (links != null) {
            TableSource table = Sql.table(links.table()).as(linkName);
            return EntityStatements.all(
                    links.ownKey().length,
                    i -> equal(
                            ownColumn.apply(links.ownKey()[i]),
                            table.col(links.ownColumns().get(i))));
        }
        int[] own = ownColumns();
        int[] other = columns();
        return EntityStatements.all(own.length, i -> equal(ownColumn.apply(own[i]), source.column(other[i])));
    }

    private int[] columns() {
        return end.toParent() ? end.parentColumns() : end.childColumns();
    }

    private Expression<Boolean> pairs(TableSource table, EntitySource source) {
        LinkTable through = links;
        return through == null
                ? Sql.always()
                : EntityStatements.all(
                        through.targetKey().length,
                        i -> equal(
                                source.column(through.targetKey()[i]),
                                table.col(through.targetColumns().get(i))));
    }

    private static List<ColumnRef<?>> ownColumns(LinkTable links, TableSource table) {
        return links.ownColumns().stream().<ColumnRef<?>>map(table::col).toList();
    }

    @SuppressWarnings("unchecked") // a foreign key's column has the type of the column that it references
    private static <V> Expression<Boolean> equal(Expression<V> left, Expression<?> right) {
        return left.eq((Expression<V>) right);
    }
}
