package dev.dovetail.orm.internal.load;

import dev.dovetail.orm.attribute.TablePart;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.RowLayout;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Condition;
import dev.dovetail.sql.Delete;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.InList;
import dev.dovetail.sql.InSubquery;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.OrderTerm;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.RowValue;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The statements that a session sends for an entity. All values are parameters, numbered in the order in which the methods
 * name them, so that one statement serves every row of its shape.
 */
public final class EntityStatements {

    private EntityStatements() {}

    /**
     * Selects an entity's columns by the values of some of them.
     *
     * @param entity the entity
     * @param by the columns compared; one parameter each
     * @return the statement, without an order
     */
    public static Select<Row> selectBy(EntityDescriptor<?> entity, int[] by) {
        return selectBy(entity.layout(), by);
    }

    /** As {@link #selectBy(EntityDescriptor, int[])}, with the deferred columns that a layout has. */
    static Select<Row> selectBy(RowLayout layout, int[] by) {
        return all(layout).where(match(source(layout.entity()), by, 0));
    }

    /**
     * Selects an entity's columns by several keys at once.
     *
     * @param entity the entity
     * @param by the key's columns
     * @param keys how many keys; one parameter for each part of each
     * @return the statement
     */
    public static Select<Row> selectByKeys(EntityDescriptor<?> entity, int[] by, int keys) {
        return all(entity.layout()).where(among(columns(source(entity), by), keys));
    }

    static List<ColumnRef<?>> columns(EntitySource source, int[] positions) {
        return Arrays.stream(positions).<ColumnRef<?>>mapToObj(source::column).toList();
    }

    /**
     * That the values of columns are among some keys.
     *
     * @param operands the columns
     * @param keys how many keys; one parameter for each part of each
     * @return the condition
     */
    public static Expression<Boolean> among(List<ColumnRef<?>> operands, int keys) {
        if (operands.size() == 1) {
            return among(operands.get(0), keys);
        }
        List<RowValue> rows = new ArrayList<>(keys);
        for (int key = 0; key < keys; key++) {
            List<Expression<?>> parts = new ArrayList<>(operands.size());
            for (ColumnRef<?> operand : operands) {
                parts.add(Sql.parameter(key * operands.size() + parts.size(), operand.type()));
            }
            rows.add(new RowValue(parts));
        }
        return new RowValue(List.copyOf(operands)).in(rows);
    }

    private static <T> Expression<Boolean> among(ColumnRef<T> column, int keys) {
        if (keys == 1) {
            return equal(column, 0);
        }
        List<Expression<?>> parameters = new ArrayList<>(keys);
        for (int key = 0; key < keys; key++) {
            parameters.add(Sql.parameter(key, column.type()));
        }
        return new InList(column, parameters, false);
    }

    /**
     * Adds an order to a selection.
     *
     * @param select the statement
     * @param entity the entity
     * @param order names of columns or fields, each possibly followed by DESC; none for the primary key
     * @return the ordered statement
     */
    public static Select<Row> ordered(Select<Row> select, EntityDescriptor<?> entity, List<String> order) {
        return select.orderBy(order(source(entity), order).toArray(OrderTerm[]::new));
    }

    /** The terms of an order that a relationship declares; the primary key where it declares none. */
    static List<OrderTerm> order(EntitySource source, List<String> order) {
        List<OrderTerm> terms = new ArrayList<>();
        for (String term : order) {
            String[] words = term.trim().split("\\s+");
            ColumnModel named = source.entity()
                    .mapper()
                    .model()
                    .columnOrAttribute(words[0].substring(words[0].lastIndexOf('.') + 1))
                    .orElseThrow();
            ColumnRef<?> column = source.column(source.entity().columns().indexOf(named));
            terms.add(words.length > 1 && words[1].equalsIgnoreCase("DESC") ? column.desc() : column.asc());
        }
        if (terms.isEmpty()) {
            Arrays.stream(source.entity().idColumns())
                    .mapToObj(source::column)
                    .map(ColumnRef::ordering)
                    .forEach(terms::add);
        }
        return terms;
    }

    /** That all of some conditions hold. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // generic array creation
    static Expression<Boolean> all(int count, IntFunction<Expression<Boolean>> condition) {
        Operand<Boolean>[] conditions = new Operand[count];
        Arrays.setAll(conditions, condition);
        return Sql.and(conditions);
    }

    /**
     * Inserts a row into one of an entity's tables.
     *
     * @param part the table
     * @param columns the columns given; one parameter each, but for those with an expression
     * @param expressions what columns get that have no parameter
     * @return the statement
     */
    public static Insert insert(TablePart part, List<Column<?>> columns, Map<Column<?>, Expression<?>> expressions) {
        Insert insert = Sql.insertInto(part.table());
        int parameter = 0;
        for (Column<?> column : columns) {
            Expression<?> value = expressions.get(column);
            insert = set(insert, column, value == null ? Sql.parameter(parameter++, column.type()) : value);
        }
        return insert;
    }

    /**
     * Updates a row in one of an entity's tables by its key, and its version if it has one.
     *
     * @param entity the entity
     * @param part the table
     * @param columns the columns set; one parameter each, but for those with an expression, then one for each of {@link
     *     EntityDescriptor#matchColumns}
     * @param expressions what columns get that have no parameter
     * @return the statement
     */
    public static Update update(
            EntityDescriptor<?> entity,
            TablePart part,
            List<Column<?>> columns,
            Map<Column<?>, Expression<?>> expressions) {
        Update update = Sql.update(part.table());
        int parameter = 0;
        for (Column<?> column : columns) {
            Expression<?> value = expressions.get(column);
            update = set(update, column, value == null ? Sql.parameter(parameter++, column.type()) : value);
        }
        return update.where(match(part, entity.matchColumns(part), parameter));
    }

    /**
     * Deletes a row from one of an entity's tables by its key, and its version if it has one.
     *
     * @param entity the entity
     * @param part the table
     * @return the statement; one parameter for each of {@link EntityDescriptor#matchColumns}
     */
    public static Delete delete(EntityDescriptor<?> entity, TablePart part) {
        return Sql.deleteFrom(part.table()).where(match(part, entity.matchColumns(part), 0));
    }

    /**
     * Deletes the rows below some keys: those whose foreign key, or that of a row in between, is among them.
     *
     * @param path the foreign keys, from the one that has the keys down to that of the rows
     * @param keys how many keys; one parameter for each part of each
     * @return the statement
     */
    public static Delete deleteBelow(List<ForeignKeyDescriptor> path, int keys) {
        EntitySource source = source(path.get(0).child());
        Expression<Boolean> below = among(columns(source, path.get(0).childColumns()), keys);
        for (ForeignKeyDescriptor key : path.subList(1, path.size())) {
            Select<Row> between = Sql.select(columns(source, key.parentColumns()))
                    .from(source.source())
                    .where(below);
            source = source(key.child());
            below = within(columns(source, key.childColumns()), between);
        }
        return Sql.deleteFrom(path.get(path.size() - 1).child().table()).where(below);
    }

    private static Expression<Boolean> within(List<ColumnRef<?>> operands, Select<Row> query) {
        return operands.size() == 1
                ? new InSubquery(operands.get(0), query, false)
                : new RowValue(List.copyOf(operands)).in(query);
    }

    private static EntitySource source(EntityDescriptor<?> entity) {
        return new EntitySource(entity, null);
    }

    /**
     * Adds the session's criteria for an entity to a selection.
     *
     * @param select the statement
     * @param entity the entity
     * @param alias the entity's name in the statement, or null for its tables' own names
     * @param session the session
     * @param <R> what a row is
     * @return the statement with them
     */
    public static <R> Select<R> restricted(
            Select<R> select, EntityDescriptor<?> entity, @Nullable String alias, LoadContext session) {
        return session.hasCriteria()
                ? select.where(session.criteria(entity, alias).toArray(EntityStatements::conditions))
                : select;
    }

    /** As {@link #restricted(Select, EntityDescriptor, String, LoadContext)} for statements of this class. */
    static Select<Row> restricted(Select<Row> select, EntityDescriptor<?> entity, LoadContext session) {
        return restricted(select, entity, null, session);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // generic array creation
    private static Operand<Boolean>[] conditions(int length) {
        return new Operand[length];
    }

    /** Selects deferred columns by several primary keys of their table: the key, then the column. */
    static Select<Row> selectDeferred(TablePart part, Column<?> column, int keys) {
        TableSource table = Sql.table(part.table());
        List<ColumnRef<?>> key =
                part.key().stream().<ColumnRef<?>>map(table::col).toList();
        List<ColumnRef<?>> columns = new ArrayList<>(key);
        columns.add(table.col(column));
        return Sql.select(columns).from(table).where(among(key, keys));
    }

    private static Select<Row> all(RowLayout layout) {
        EntitySource source = new EntitySource(layout.entity(), null, layout);
        return source.restricted(Sql.select(source.columns()).from(source.source()));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // generic array creation
    private static Operand<Boolean>[] match(EntitySource entity, int[] columns, int firstParameter) {
        Operand<Boolean>[] conditions = new Operand[columns.length];
        for (int i = 0; i < columns.length; i++) {
            conditions[i] = equal(entity.column(columns[i]), firstParameter + i);
        }
        return conditions;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // generic array creation
    private static Operand<Boolean>[] match(TablePart part, List<Column<?>> columns, int firstParameter) {
        TableSource source = Sql.table(part.table());
        Operand<Boolean>[] conditions = new Operand[columns.size()];
        for (int i = 0; i < conditions.length; i++) {
            conditions[i] = equal(source.col(columns.get(i)), firstParameter + i);
        }
        return conditions;
    }

    private static <T> Condition equal(ColumnRef<T> column, int parameter) {
        return column.eq(Sql.parameter(parameter, column.type()));
    }

    @SuppressWarnings("unchecked") // an expression is of its column's type: attributes are typed
    private static <T> Insert set(Insert insert, Column<T> column, Expression<?> value) {
        return insert.set(column, (Expression<T>) value);
    }

    @SuppressWarnings("unchecked") // as for an INSERT
    private static <T> Update set(Update update, Column<T> column, Expression<?> value) {
        return update.set(column, (Expression<T>) value);
    }
}
