package dev.dovetail.compile;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.UniqueConstraint;
import dev.dovetail.sql.Assignment;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Comparison;
import dev.dovetail.sql.ComparisonOperator;
import dev.dovetail.sql.Delete;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Parameter;
import dev.dovetail.sql.Restriction;
import dev.dovetail.sql.Update;
import dev.dovetail.sql.Write;
import dev.dovetail.type.Codec;
import dev.dovetail.type.SqlKind;
import dev.dovetail.type.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form of a statement for one row that takes many: its parameters are arrays, whose elements {@code unnest} makes rows of.
 *
 * <pre>{@code
 * INSERT INTO t (a, b) SELECT given.p1, given.p2 FROM unnest(?, ?) WITH ORDINALITY AS given(p1, p2, n) ORDER BY given.n
 * UPDATE t SET a = given.p1 FROM unnest(?, ?) WITH ORDINALITY AS given(p1, p2, n) WHERE t.id = given.p2 RETURNING given.n
 * }</pre>
 */
final class ArrayRendering {

    private static final String GIVEN = "dovetail_given";

    /** Types whose values are the same in Java when they are in the database, and so are found to be given twice. */
    private static final Set<SqlKind> KEYS = EnumSet.of(
            SqlKind.TINYINT,
            SqlKind.SMALLINT,
            SqlKind.INTEGER,
            SqlKind.BIGINT,
            SqlKind.UUID,
            SqlKind.VARCHAR,
            SqlKind.TEXT);

    private final Dialect dialect;
    private final SqlWriter writer;
    private final List<BindSlot<?>> slots = new ArrayList<>();

    private ArrayRendering(Dialect dialect) {
        this.dialect = dialect;
        this.writer = new SqlWriter(dialect);
    }

    /**
     * Which parameters tell the rows of an UPDATE or DELETE apart: those for the columns of a key.
     *
     * @return their positions among the arguments; none for an INSERT; null where the statement does not go with arrays
     */
    static int @Nullable [] key(Write statement, List<Column<?>> returned, Dialect dialect) {
        if (statement instanceof Insert insert) {
            boolean one = insert.rows().size() == 1 && insert.query() == null;
            // Keys that the database counts show that the rows came back in order.
            boolean inOrder = returned.isEmpty() || returned.get(0).generated();
            return one && inOrder && inArrays(insert.rows().get(0), dialect) ? new int[0] : null;
        }
        if (statement instanceof Update update) {
            List<Column<?>> set = new ArrayList<>();
            List<Expression<?>> values = new ArrayList<>();
            for (Assignment assignment : update.assignments()) {
                set.add(assignment.column());
                values.add(assignment.value());
            }
            return inArrays(values, dialect) ? key(update.restriction(), set, dialect) : null;
        }
        return statement instanceof Delete delete ? key(delete.restriction(), List.of(), dialect) : null;
    }

    private static boolean inArrays(List<? extends Expression<?>> values, Dialect dialect) {
        return !values.isEmpty()
                && values.stream()
                        .allMatch(value -> value instanceof Parameter<?> parameter
                                && dialect.arrayElement(parameter.type().storage()) != null);
    }

    private static int @Nullable [] key(Restriction restriction, List<Column<?>> set, Dialect dialect) {
        if (!restriction.sources().isEmpty()
                || !restriction.orderBy().isEmpty()
                || restriction.limit() != null
                || restriction.target().alias() != null) {
            return null;
        }
        List<Column<?>> compared = new ArrayList<>();
        List<Integer> parameters = new ArrayList<>();
        for (Expression<Boolean> condition : restriction.where()) {
            if (!(condition instanceof Comparison comparison)
                    || comparison.operator() != ComparisonOperator.EQ
                    || !(comparison.left() instanceof ColumnRef<?> column)
                    || !column.source().equals(restriction.target())
                    || !(comparison.right() instanceof Parameter<?> parameter)
                    || !KEYS.contains(parameter.type().storage().kind())
                    || dialect.arrayElement(parameter.type().storage()) == null) {
                return null;
            }
            compared.add(column.column());
            parameters.add(parameter.index());
        }
        for (List<Column<?>> key : keys(restriction.target().table())) {
            if (!key.isEmpty() && compared.containsAll(key) && key.stream().noneMatch(set::contains)) {
                return key.stream()
                        .mapToInt(column -> parameters.get(compared.indexOf(column)))
                        .toArray();
            }
        }
        return null;
    }

    private static List<List<Column<?>>> keys(Table table) {
        List<List<Column<?>>> keys = new ArrayList<>();
        keys.add(table.primaryKey().columns());
        for (UniqueConstraint unique : table.uniques()) {
            keys.add(unique.columns());
        }
        return keys;
    }

    /** The statement with arrays; one that {@link #key} does not refuse. */
    static CompiledStatement render(Write statement, List<Column<?>> returned, Dialect dialect) {
        ArrayRendering rendering = new ArrayRendering(dialect);
        if (statement instanceof Insert insert) {
            rendering.insert(insert, returned);
        } else if (statement instanceof Update update) {
            rendering.update(update, returned);
        } else {
            rendering.delete((Delete) statement);
        }
        return new CompiledStatement(
                rendering.writer.sql(),
                rendering.slots,
                returned.stream()
                        .<Codec<?>>map(column -> dialect.codec(column.type()))
                        .toList(),
                false);
    }

    private void insert(Insert insert, List<Column<?>> returned) {
        List<Expression<?>> row = insert.rows().get(0);
        for (int i = 0; i < row.size(); i++) {
            slot((Parameter<?>) row.get(i), insert.columns().get(i), true);
        }
        writer.text("INSERT INTO ").table(insert.table()).text(" ").columns(insert.columns());
        writer.text(" SELECT ");
        for (int i = 0; i < row.size(); i++) {
            writer.text(i == 0 ? "" : ", ").text(given(i));
        }
        writer.text(" FROM ");
        rows();
        writer.text(" ORDER BY ").text(GIVEN).text(".n");
        returning(returned.isEmpty() ? "" : " RETURNING ", returned);
    }

    private void update(Update update, List<Column<?>> returned) {
        List<Assignment> assignments = update.assignments();
        assignments.forEach(assignment -> slot((Parameter<?>) assignment.value(), assignment.column(), true));
        compare(update.restriction());
        writer.text("UPDATE ").table(update.table()).text(" SET ");
        for (int i = 0; i < assignments.size(); i++) {
            writer.text(i == 0 ? "" : ", ").name(assignments.get(i).column().name());
            writer.text("=").text(given(i));
        }
        writer.text(" FROM ");
        rows();
        where(update.restriction(), assignments.size());
        returning(" RETURNING " + GIVEN + ".n" + (returned.isEmpty() ? "" : ", "), returned);
    }

    private void delete(Delete delete) {
        compare(delete.restriction());
        writer.text("DELETE FROM ").table(delete.table()).text(" USING ");
        rows();
        where(delete.restriction(), 0);
        returning(" RETURNING " + GIVEN + ".n", List.of());
    }

    private void compare(Restriction restriction) {
        for (Expression<Boolean> condition : restriction.where()) {
            Comparison comparison = (Comparison) condition;
            slot((Parameter<?>) comparison.right(), ((ColumnRef<?>) comparison.left()).column(), false);
        }
    }

    private void where(Restriction restriction, int first) {
        int slot = first;
        for (Expression<Boolean> condition : restriction.where()) {
            Column<?> column = ((ColumnRef<?>) ((Comparison) condition).left()).column();
            writer.text(slot == first ? " WHERE " : " AND ");
            qualified(column).text(" = ").text(given(slot++));
        }
    }

    private SqlWriter qualified(Column<?> column) {
        return writer.name(column.table().name()).text(".").name(column.name());
    }

    private void returning(String keyword, List<Column<?>> returned) {
        writer.text(keyword);
        for (int i = 0; i < returned.size(); i++) {
            writer.text(i == 0 ? "" : ", ");
            qualified(returned.get(i));
        }
    }

    /** The given rows, numbered from 1. */
    private void rows() {
        writer.text("unnest(");
        for (int i = 0; i < slots.size(); i++) {
            Type<?> type = slots.get(i).type();
            ArrayElement element = dialect.arrayElement(type.storage());
            writer.text(i == 0 ? "?::" : ", ?::")
                    .text(String.valueOf(element == null ? null : element.typeName()))
                    .text("[]");
        }
        writer.text(") WITH ORDINALITY AS ").text(GIVEN).text("(");
        for (int i = 0; i < slots.size(); i++) {
            writer.text("p" + (i + 1) + ", ");
        }
        writer.text("n)");
    }

    private static String given(int slot) {
        return GIVEN + ".p" + (slot + 1);
    }

    private <T> void slot(Parameter<T> parameter, Column<?> column, boolean stored) {
        Type<T> type = parameter.type();
        slots.add(new BindSlot<>(false, parameter.index(), type, dialect.codec(type), column, stored));
    }
}
