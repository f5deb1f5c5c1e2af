package dev.dovetail.orm.attribute;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Condition;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Join;
import dev.dovetail.sql.JoinKind;
import dev.dovetail.sql.JoinTarget;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Source;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A relationship in a query: what can be joined, compared and loaded along.
 *
 * @param <E> the entity that has the relationship
 * @param <T> the entity on the other side
 * @param <P> the path of the other side
 */
public abstract sealed class RelationshipAttribute<E, T, P extends EntityPath<T>>
        implements JoinTarget, MappedAttribute<E> permits ToOne, ToMany {

    private final EntityPath<E> path;
    private final RelationshipEnd end;
    private final Function<@Nullable String, P> target;

    RelationshipAttribute(EntityPath<E> path, RelationshipEnd end, Function<@Nullable String, P> target) {
        this.path = path;
        this.end = end;
        this.target = target;
    }

    @Override
    public final String name() {
        return end.model().name();
    }

    @Override
    public final EntityPath<E> path() {
        return path;
    }

    /**
     * The relationship at run time.
     *
     * @return the end
     */
    public final RelationshipEnd end() {
        return end;
    }

    /**
     * The other side under its own name.
     *
     * @return the path
     */
    public final P targetPath() {
        return target.apply(null);
    }

    /** The other side's table; of a many-to-many relationship, the secondary table joined to it. */
    @Override
    public final Source target() {
        TableSource other = targetPath().source();
        LinkTable links = end.linkTable();
        if (links == null) {
            return other;
        }
        return new Join(
                links(links),
                other,
                JoinKind.INNER,
                pairs(links(links), links.targetColumns(), other, end.target(), links.targetKey()));
    }

    @Override
    public final Expression<Boolean> on() {
        LinkTable links = end.linkTable();
        return links == null
                ? on(path.source(), targetPath().source())
                : pairs(links(links), links.ownColumns(), path.source(), end.owner(), links.ownKey());
    }

    /** The secondary table, under a name of its own where the entities have one. */
    private TableSource links(LinkTable links) {
        TableSource other = targetPath().source();
        String alias = other.alias() != null ? other.alias() : path.source().alias();
        return new TableSource(
                links.table(),
                alias == null ? null : alias + "_" + links.table().name());
    }

    private static Expression<Boolean> pairs(
            TableSource links, List<Column<?>> columns, TableSource source, MappedClass<?> mapped, int[] key) {
        List<Operand<Boolean>> conditions = new ArrayList<>();
        for (int i = 0; i < key.length; i++) {
            conditions.add(equal(links.col(columns.get(i)), column(source, mapped, key[i])));
        }
        return Sql.and(conditions.toArray(RelationshipAttribute::conditions));
    }

    private Expression<Boolean> on(TableSource own, TableSource other) {
        TableSource child = end.toParent() ? own : other;
        TableSource parent = end.toParent() ? other : own;
        List<Operand<Boolean>> conditions = new ArrayList<>();
        for (int i = 0; i < end.childColumns().length; i++) {
            conditions.add(equal(
                    column(child, end.child(), end.childColumns()[i]),
                    column(parent, end.parent(), end.parentColumns()[i])));
        }
        return Sql.and(conditions.toArray(RelationshipAttribute::conditions));
    }

    /**
     * Conditions that columns have given values.
     *
     * @param source the table
     * @param mapped its entity
     * @param columns positions of the columns
     * @param values the values, or null for NULL in each
     * @return one condition that holds where all do
     */
    static Expression<Boolean> match(
            TableSource source, MappedClass<?> mapped, int[] columns, Object @Nullable [] values) {
        List<Operand<Boolean>> conditions = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            ColumnRef<?> column = column(source, mapped, columns[i]);
            conditions.add(values == null ? column.isNull() : equalTo(column, values[i]));
        }
        return Sql.and(conditions.toArray(RelationshipAttribute::conditions));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // generic array creation
    private static Operand<Boolean>[] conditions(int length) {
        return new Operand[length];
    }

    private static <V> Condition equalTo(ColumnRef<V> column, Object value) {
        return column.eq(column.type().cast(value));
    }

    @SuppressWarnings("unchecked") // a foreign key's column has the type of the column that it references
    private static <V> Condition equal(ColumnRef<V> left, ColumnRef<?> right) {
        return left.eq((Operand<V>) right);
    }

    private static ColumnRef<?> column(TableSource source, MappedClass<?> mapped, int position) {
        Table table = mapped.table();
        Column<?> column = table.columns().get(position);
        return source.col(column);
    }

    @Override
    public String toString() {
        return end.label();
    }
}
