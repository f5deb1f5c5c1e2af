package dev.dovetail.integrity;

import dev.dovetail.FactSource;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Comparison;
import dev.dovetail.sql.ComparisonOperator;
import dev.dovetail.sql.Condition;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queries by which rows are looked up, all of them bounded. */
final class Lookups {

    private final IntegrityProbe probe;

    Lookups(IntegrityProbe probe) {
        this.probe = probe;
    }

    /** Where what it finds comes from. */
    FactSource source() {
        return probe.seesOnlyCommitted() ? FactSource.COMMITTED : FactSource.PROBE;
    }

    IntegrityProbe probe() {
        return probe;
    }

    /** Whether a row of the table has these values. */
    boolean exists(SchemaView view, Table table, List<Column<?>> columns, List<?> values) {
        TableSource source = Sql.table(table);
        return !rows(view, source, columns, equal(source, columns, values), 1).isEmpty();
    }

    /** Whether a row of the table has these values, which were written to other columns and have their types. */
    boolean exists(SchemaView view, Table table, List<Column<?>> columns, List<Column<?>> writtenTo, List<?> values) {
        TableSource source = Sql.table(table);
        List<Condition> same = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column<?> column = view.source() == FactSource.CATALOG ? writtenTo.get(i) : columns.get(i);
            if (!column.type().javaClass().isInstance(values.get(i))) {
                column = writtenTo.get(i);
            }
            same.add(compare(ref(source, columns.get(i)), value(column, values.get(i))));
        }
        return !rows(view, source, columns, same, 1).isEmpty();
    }

    /** Some columns of the rows that meet the conditions. */
    List<List<@Nullable Object>> rows(
            SchemaView view,
            TableSource source,
            List<Column<?>> columns,
            List<? extends Expression<Boolean>> where,
            int limit,
            @Nullable Object... arguments) {
        Select<Row> select = Sql.select(refs(source, columns)).from(source);
        for (Expression<Boolean> condition : where) {
            select = select.where(condition);
        }
        select = select.limit(limit);
        // The catalogue's types are those of SQLite's words for them, not those of the values.
        return view.source() == FactSource.CATALOG
                ? probe.untypedRows(select, arguments)
                : probe.rows(select, arguments);
    }

    /** Whether a table has more rows than a number. */
    boolean hasMoreRows(Table table, int number) {
        TableSource source = Sql.table(table);
        return !probe.untypedRows(Sql.select(refs(source, table.columns().subList(0, 1)))
                        .from(source)
                        .limit(1)
                        .offset(number))
                .isEmpty();
    }

    static List<Expression<?>> refs(TableSource source, List<Column<?>> columns) {
        List<Expression<?>> refs = new ArrayList<>();
        columns.forEach(column -> refs.add(ref(source, column)));
        return refs;
    }

    static ColumnRef<?> ref(TableSource source, Column<?> column) {
        return source.col(column);
    }

    /** The columns have the values, none of which is null. */
    static List<Condition> equal(TableSource source, List<Column<?>> columns, List<?> values) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            conditions.add(compare(ref(source, columns.get(i)), value(columns.get(i), values.get(i))));
        }
        return conditions;
    }

    /** The columns of one source have the values of the columns of another. */
    static List<Expression<Boolean>> join(
            TableSource left, List<Column<?>> columns, TableSource right, List<Column<?>> others) {
        List<Expression<Boolean>> conditions = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            conditions.add(compare(ref(left, columns.get(i)), ref(right, others.get(i))));
        }
        return conditions;
    }

    private static Condition compare(Expression<?> left, Expression<?> right) {
        return new Comparison(ComparisonOperator.EQ, left, right);
    }

    private static Value<?> value(Column<?> column, Object value) {
        return column.type().javaClass().isInstance(value) ? typed(column, value) : Value.of(value);
    }

    private static <T> Value<T> typed(Column<T> column, Object value) {
        return new Value<>(column.type().cast(value), column.type());
    }

    /** Finds the row of which the condition says that some rows refer to it. */
    static Condition exists(TableSource source, Column<?> column, List<? extends Expression<Boolean>> where) {
        Select<?> select = Sql.select(List.of(ref(source, column))).from(source);
        for (Expression<Boolean> condition : where) {
            select = select.where(condition);
        }
        return Sql.exists(select);
    }
}
