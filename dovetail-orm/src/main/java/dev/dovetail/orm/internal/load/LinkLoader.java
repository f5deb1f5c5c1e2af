package dev.dovetail.orm.internal.load;

import dev.dovetail.orm.attribute.LinkTable;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Condition;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the objects on the other side of many-to-many relationships, joined to the secondary table. */
final class LinkLoader {

    /** Owners in one statement; below the parameter limit of every database. */
    private static final int OWNERS_PER_STATEMENT = 100;

    private final LoadContext session;
    private final EntityLoader entities;

    LinkLoader(LoadContext session, EntityLoader entities) {
        this.session = session;
        this.entities = entities;
    }

    /** What one object is joined to, in the relationship's order. */
    List<InstanceState> targets(InstanceState owner, RelationshipEnd end) {
        LinkTable table = table(end);
        EntityDescriptor<?> target = session.mappings().of(end.target());
        Select<Row> select = joined(target, table, List.of()).where(matches(table, 0));
        return entities.query(
                target,
                EntityStatements.ordered(select, target, end.model().orderBy()),
                key(owner, table),
                "loading " + end.label() + " of " + owner);
    }

    /** What several objects are joined to, by their keys, in the relationship's order. */
    Map<List<?>, List<InstanceState>> targets(List<InstanceState> owners, RelationshipEnd end) {
        LinkTable table = table(end);
        EntityDescriptor<?> target = session.mappings().of(end.target());
        List<ColumnRef<?>> keys = columns(table);
        Map<List<?>, List<InstanceState>> found = new LinkedHashMap<>();
        for (int from = 0; from < owners.size(); from += OWNERS_PER_STATEMENT) {
            List<InstanceState> some = owners.subList(from, Math.min(owners.size(), from + OWNERS_PER_STATEMENT));
            Select<Row> select = joined(target, table, keys).where(anyOf(table, some.size()));
            Object[] arguments = some.stream()
                    .flatMap(owner -> Arrays.stream(key(owner, table)))
                    .toArray();
            entities.query(
                    target,
                    EntityStatements.ordered(select, target, end.model().orderBy()),
                    keys.size(),
                    arguments,
                    "loading " + end.label(),
                    (key, state) -> found.computeIfAbsent(key, ignored -> new ArrayList<>())
                            .add(state));
        }
        return found;
    }

    /** The key by which {@link #targets(List, RelationshipEnd)} gives the objects of an owner. */
    static List<?> keyOf(InstanceState owner, RelationshipEnd end) {
        return List.of(key(owner, table(end)));
    }

    private static Object[] key(InstanceState owner, LinkTable table) {
        return Arrays.stream(table.ownKey())
                .mapToObj(owner.known()::value)
                .map(Objects::requireNonNull)
                .toArray();
    }

    private static LinkTable table(RelationshipEnd end) {
        return Objects.requireNonNull(end.linkTable(), "a many-to-many relationship");
    }

    private static List<ColumnRef<?>> columns(LinkTable table) {
        List<ColumnRef<?>> columns = new ArrayList<>();
        table.ownColumns().forEach(column -> columns.add(source(table).col(column)));
        return columns;
    }

    private static TableSource source(LinkTable table) {
        return Sql.table(table.table());
    }

    private static Select<Row> joined(EntityDescriptor<?> target, LinkTable table, List<ColumnRef<?>> more) {
        EntitySource source = new EntitySource(target, null);
        List<ColumnRef<?>> columns = new ArrayList<>(source.columns());
        columns.addAll(more);
        Operand<Boolean>[] pairs = conditions(table.targetKey().length);
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = pair(
                    source.column(table.targetKey()[i]),
                    source(table).col(table.targetColumns().get(i)));
        }
        return source.restricted(Sql.select(columns).from(source.source()).join(source(table), Sql.and(pairs)));
    }

    private static Expression<Boolean> matches(LinkTable table, int firstParameter) {
        Operand<Boolean>[] conditions = conditions(table.ownColumns().size());
        for (int i = 0; i < conditions.length; i++) {
            conditions[i] = equal(source(table).col(table.ownColumns().get(i)), firstParameter + i);
        }
        return Sql.and(conditions);
    }

    private static Expression<Boolean> anyOf(LinkTable table, int owners) {
        Operand<Boolean>[] alternatives = conditions(owners);
        for (int i = 0; i < owners; i++) {
            alternatives[i] = matches(table, i * table.ownColumns().size());
        }
        return Sql.or(alternatives);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // generic array creation
    private static Operand<Boolean>[] conditions(int length) {
        return new Operand[length];
    }

    private static <T> Condition equal(ColumnRef<T> column, int parameter) {
        return column.eq(Sql.parameter(parameter, column.type()));
    }

    @SuppressWarnings("unchecked") // a foreign key's column has the type of the column that it references
    private static <T> Condition pair(ColumnRef<T> column, ColumnRef<?> reference) {
        return column.eq((Operand<T>) reference);
    }
}
