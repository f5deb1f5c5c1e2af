package dev.dovetail.orm.attribute;

import dev.dovetail.schema.Column;
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
        P other = targetPath();
        LinkTable links = end.linkTable();
        if (links == null) {
            return other.source();
        }
        return new Join(
                links(links),
                other.source(),
                JoinKind.INNER,
                pairs(links(links), links.targetColumns(), other, links.targetKey()));
    }

    @Override
    public final Expression<Boolean> on() {
        LinkTable links = end.linkTable();
        P other = targetPath();
        List<Operand<Boolean>> conditions = new ArrayList<>();
        if (links != null) {
            conditions.add(pairs(links(links), links.ownColumns(), path, links.ownKey()));
        } else {
            EntityPath<?> child = end.toParent() ? path : other;
            EntityPath<?> parent = end.toParent() ? other : path;
            for (int i = 0; i < end.childColumns().length; i++) {
                conditions.add(equal(child.column(end.childColumns()[i]), parent.column(end.parentColumns()[i])));
            }
        }
        ClassCondition.add(other, conditions);
        return Sql.and(conditions.toArray(RelationshipAttribute::conditions));
    }

    /** The secondary table, under a name of its own where the entities have one. */
    private TableSource links(LinkTable links) {
        P other = targetPath();
        String alias = other.alias() != null ? other.alias() : path.alias();
        return new TableSource(
                links.table(),
                alias == null ? null : alias + "_" + links.table().name());
    }

    private static Expression<Boolean> pairs(
            TableSource links, List<Column<?>> columns, EntityPath<?> side, int[] key) {
        List<Operand<Boolean>> conditions = new ArrayList<>();
        for (int i = 0; i < key.length; i++) {
            conditions.add(equal(links.col(columns.get(i)), side.column(key[i])));
        }
        return Sql.and(conditions.toArray(RelationshipAttribute::conditions));
    }

    /**
     * Conditions that columns have given values.
     *
     * @param path the entity
     * @param columns positions of the columns
     * @param values the values, or null for NULL in each
     * @return one condition that holds where all do
     */
    static Expression<Boolean> match(EntityPath<?> path, int[] columns, Object @Nullable [] values) {
        List<Operand<Boolean>> conditions = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            ColumnRef<?> column = path.column(columns[i]);
            conditions.add(values == null ? column.isNull() : equalTo(column, values[i]));
        }
        return Sql.and(conditions.toArray(RelationshipAttribute::conditions));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // generic array creation
    static Operand<Boolean>[] conditions(int length) {
        return new Operand[length];
    }

    private static <V> Condition equalTo(ColumnRef<V> column, Object value) {
        return column.eq(column.type().cast(value));
    }

    @SuppressWarnings("unchecked") // a foreign key's column has the type of the column that it references
    private static <V> Condition equal(ColumnRef<V> left, ColumnRef<?> right) {
        return left.eq((Operand<V>) right);
    }

    @Override
    public String toString() {
        return end.label();
    }
}
