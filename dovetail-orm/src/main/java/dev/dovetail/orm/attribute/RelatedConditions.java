package dev.dovetail.orm.attribute;

import dev.dovetail.UsageException;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Condition;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions on the rows that a relationship joins. Each is an EXISTS or a comparison of keys: no row comes twice. */
final class RelatedConditions {

    private RelatedConditions() {}

    /** That a row has one on the other side for which conditions hold. */
    static Expression<Boolean> any(
            RelationshipEnd end, EntityPath<?> own, EntityPath<?> target, List<Operand<Boolean>> conditions) {
        if (sameTable(own, target)) {
            throw new UsageException(
                    "DVT-USE-ALIAS",
                    end.label() + " leads to the table that it starts from; give the other side a name: any("
                            + "path.as(\"other\"), …)");
        }
        LinkTable links = end.linkTable();
        Select<Row> rows;
        List<Operand<Boolean>> all = new ArrayList<>();
        if (links == null) {
            boolean toParent = end.toParent();
            all.add(equal(
                    columns(toParent ? own : target, end.childColumns()),
                    columns(toParent ? target : own, end.parentColumns())));
            rows = Sql.select(columns(target, targetKey(end))).from(target.source());
        } else {
            TableSource table = links(links, target);
            all.add(equal(columns(table, links.targetColumns()), columns(target, links.targetKey())));
            all.add(equal(columns(table, links.ownColumns()), columns(own, links.ownKey())));
            rows = Sql.select(columns(table, links.targetColumns())).from(table, target.source());
        }
        ClassCondition.add(target, all);
        all.addAll(conditions);
        return Sql.exists(rows.where(all.toArray(RelationshipAttribute::conditions)));
    }

    /** That a row has a given object on the other side. */
    static Expression<Boolean> contains(RelationshipEnd end, EntityPath<?> own, Object object) {
        LinkTable links = end.linkTable();
        if (links == null) {
            Object[] key = end.toParent() ? known(end, end.key(object), object) : end.foreignKey(object);
            return equal(columns(own, end.toParent() ? end.childColumns() : end.parentColumns()), key);
        }
        TableSource table = links(links, own);
        return Sql.exists(Sql.select(columns(table, links.targetColumns()))
                .from(table)
                .where(
                        equal(columns(table, links.ownColumns()), columns(own, links.ownKey())),
                        equal(
                                columns(table, links.targetColumns()),
                                known(end, RelationshipEnd.values(end.target(), object, links.targetKey()), object))));
    }

    /** That a row is on the other side of a given object. */
    static Expression<Boolean> of(RelationshipEnd end, Object owner, EntityPath<?> target) {
        LinkTable links = end.linkTable();
        if (links == null) {
            return equal(columns(target, end.childColumns()), known(end, end.key(owner), owner));
        }
        TableSource table = links(links, target);
        return Sql.exists(Sql.select(columns(table, links.targetColumns()))
                .from(table)
                .where(
                        equal(columns(table, links.targetColumns()), columns(target, links.targetKey())),
                        equal(
                                columns(table, links.ownColumns()),
                                known(end, links.ownValues(end.owner(), owner), owner))));
    }

    private static boolean sameTable(EntityPath<?> own, EntityPath<?> target) {
        return own.columns().stream()
                .anyMatch(column -> target.columns().stream()
                        .anyMatch(other -> other.source().equals(column.source())));
    }

    private static int[] targetKey(RelationshipEnd end) {
        return end.toParent() ? end.parentColumns() : end.childColumns();
    }

    private static Object[] known(RelationshipEnd end, Object @Nullable [] key, Object object) {
        if (key == null) {
            throw new UsageException(
                    "DVT-USE-NO-KEY",
                    end.label() + " cannot be compared with a new "
                            + object.getClass().getSimpleName() + " whose key is not known; flush it first");
        }
        return key;
    }

    private static TableSource links(LinkTable links, EntityPath<?> side) {
        String alias = side.alias();
        return new TableSource(
                links.table(),
                alias == null ? null : alias + "_" + links.table().name());
    }

    private static List<ColumnRef<?>> columns(EntityPath<?> path, int[] positions) {
        List<ColumnRef<?>> columns = new ArrayList<>();
        for (int position : positions) {
            columns.add(path.column(position));
        }
        return columns;
    }

    private static List<ColumnRef<?>> columns(TableSource source, List<Column<?>> columns) {
        List<ColumnRef<?>> references = new ArrayList<>();
        columns.forEach(column -> references.add(source.col(column)));
        return references;
    }

    private static Expression<Boolean> equal(List<ColumnRef<?>> left, List<ColumnRef<?>> right) {
        List<Operand<Boolean>> conditions = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            conditions.add(equal(left.get(i), right.get(i)));
        }
        return Sql.and(conditions.toArray(RelationshipAttribute::conditions));
    }

    /** No values are NULL in each, which no key is. */
    private static Expression<Boolean> equal(List<ColumnRef<?>> columns, Object @Nullable [] values) {
        List<Operand<Boolean>> conditions = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            conditions.add(values == null ? columns.get(i).isNull() : equalTo(columns.get(i), values[i]));
        }
        return Sql.and(conditions.toArray(RelationshipAttribute::conditions));
    }

    private static <V> Condition equalTo(ColumnRef<V> column, Object value) {
        return column.eq(column.type().cast(value));
    }

    @SuppressWarnings("unchecked") // a foreign key's column has the type of the column that it references
    private static <V> Condition equal(ColumnRef<V> left, ColumnRef<?> right) {
        return left.eq((Operand<V>) right);
    }
}
