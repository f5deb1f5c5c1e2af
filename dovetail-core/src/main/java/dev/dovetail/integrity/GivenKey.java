package dev.dovetail.integrity;

import dev.dovetail.schema.Column;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Comparison;
import dev.dovetail.sql.ComparisonOperator;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Logical;
import dev.dovetail.sql.LogicalOperator;
import dev.dovetail.sql.Parameter;
import dev.dovetail.sql.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that the conditions of an update or delete give to columns: {@code WHERE id = 7}. */
final class GivenKey {

    private GivenKey() {}

    /** The values in the order of the columns; empty unless the conditions give each of them. */
    static List<Object> of(FailedStatement failed, List<Column<?>> columns, @Nullable Object[] arguments) {
        List<Object> values = new ArrayList<>();
        for (Column<?> column : columns) {
            Object value = null;
            for (Expression<Boolean> condition : failed.where()) {
                value = value == null ? given(condition, column, arguments) : value;
            }
            if (value == null) {
                return List.of();
            }
            values.add(value);
        }
        return values;
    }

    private static @Nullable Object given(Expression<?> condition, Column<?> column, @Nullable Object[] arguments) {
        if (condition instanceof Logical logical && logical.operator() == LogicalOperator.AND) {
            for (Expression<?> operand : logical.operands()) {
                Object value = given(operand, column, arguments);
                if (value != null) {
                    return value;
                }
            }
        }
        if (condition instanceof Comparison comparison
                && comparison.operator() == ComparisonOperator.EQ
                && comparison.left() instanceof ColumnRef<?> ref
                && ref.source().table() == column.table()
                && ref.column().name().equalsIgnoreCase(column.name())) {
            return value(comparison.right(), arguments);
        }
        return null;
    }

    private static @Nullable Object value(Expression<?> expression, @Nullable Object[] arguments) {
        if (expression instanceof Value<?> value) {
            return value.value();
        }
        return expression instanceof Parameter<?> parameter && parameter.index() < arguments.length
                ? arguments[parameter.index()]
                : null;
    }
}
