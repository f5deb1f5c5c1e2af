package dev.dovetail.compile;

import dev.dovetail.UsageException;
import dev.dovetail.sql.Case;
import dev.dovetail.sql.CountAll;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Filtered;
import dev.dovetail.sql.Frame;
import dev.dovetail.sql.FrameBound;
import dev.dovetail.sql.FunctionCall;
import dev.dovetail.sql.Label;
import dev.dovetail.sql.OrderedAggregate;
import dev.dovetail.sql.Ordering;
import dev.dovetail.sql.Over;
import dev.dovetail.sql.RawExpression;
import dev.dovetail.sql.StringAgg;
import dev.dovetail.sql.Window;
import dev.dovetail.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes windows, and aggregates that are more than a call. */
final class WindowRendering {
    /** Aggregates that leave NULL out, so that a row can be left out by making its value NULL. */
    private static final Set<String> OF_VALUES = Set.of(
            "count",
            "sum",
            "avg",
            "min",
            "max",
            "stddev",
            "stddev_pop",
            "stddev_samp",
            "variance",
            "var_pop",
            "var_samp",
            "group_concat",
            "bit_and",
            "bit_or",
            "bit_xor");

    private final Dialect dialect;
    private final SqlWriter writer;
    private final ExpressionRendering expressions;
    private final StatementRendering statements;

    WindowRendering(Dialect dialect, SqlWriter writer, ExpressionRendering expressions, StatementRendering statements) {
        this.dialect = dialect;
        this.writer = writer;
        this.expressions = expressions;
        this.statements = statements;
    }

    void over(Over<?> node) {
        requireSupported(node.function());
        expressions.render(node.function());
        writer.text(" OVER ");
        if (node.window().name() == null) {
            specification(node.window());
        } else {
            statements.queries().requireDeclared(node.window());
            writer.name(node.window().name());
        }
    }

    private void requireSupported(Expression<?> function) {
        Expression<?> aggregate = function instanceof Filtered<?> filtered ? filtered.aggregate() : function;
        if (aggregate instanceof FunctionCall<?> call) {
            String name = call.name().toLowerCase(Locale.ROOT);
            if (call.distinct()) {
                writer.require(Capability.WINDOW_DISTINCT, name + "(DISTINCT …) over a window");
            }
            if ((name.equals("lag") || name.equals("lead")) && call.arguments().size() > 2) {
                writer.require(Capability.LAG_DEFAULT, name + " with a value for where there is no row");
            }
        } else if (aggregate instanceof OrderedAggregate) {
            writer.require(Capability.WINDOW_DISTINCT, "ordered aggregate over a window");
        } else if (aggregate instanceof StringAgg agg) {
            if (agg.isDistinct() || !agg.orderBy().isEmpty()) {
                writer.require(Capability.WINDOW_DISTINCT, "ordered or distinct aggregate over a window");
            }
            writer.require(Capability.WINDOW_STRING_AGG, "texts of several rows as one over a window");
        }
    }

    void specification(Window window) {
        writer.text("(");
        String[] separator = {""};
        if (!window.partitionBy().isEmpty()) {
            writer.text("PARTITION BY ").list(window.partitionBy(), ", ", expressions::render);
            separator[0] = " ";
        }
        if (!window.orderBy().isEmpty()) {
            writer.text(separator[0]).text("ORDER BY ").list(window.orderBy(), ", ", this::ordering);
            separator[0] = " ";
        }
        Frame frame = window.frame();
        if (frame != null) {
            writer.text(separator[0]);
            frame(frame);
        }
        writer.text(")");
    }

    /** An order within an expression, where labels of the SELECT list are not known. */
    void ordering(Ordering ordering) {
        Expression<?> expression =
                ordering.expression() instanceof Label<?> label ? label.labelled() : ordering.expression();
        expressions.requireNumbers("ORDER BY", List.of(expression));
        statements.queries().nullsFirst(ordering, true);
        expressions.ordered(expression);
        statements.queries().direction(ordering);
    }

    private void frame(Frame frame) {
        if (frame.unit() == Frame.Unit.GROUPS) {
            writer.require(Capability.FRAME_GROUPS, "GROUPS in a window");
        }
        writer.text(frame.unit().name()).text(" BETWEEN ");
        bound(frame.start());
        writer.text(" AND ");
        bound(frame.end());
        if (frame.exclusion() != Frame.Exclusion.NOTHING) {
            writer.require(Capability.FRAME_EXCLUSION, "EXCLUDE in a window");
            writer.text(frame.exclusion().sql());
        }
    }

    private void bound(FrameBound bound) {
        if (bound.distance() != null) {
            expressions.render(bound.distance());
            writer.text(" ");
        }
        writer.text(bound.words().sql());
    }

    void filtered(Filtered<?> node) {
        if (dialect.has(Capability.AGGREGATE_FILTER)) {
            expressions.render(node.aggregate());
            writer.text(" FILTER (WHERE ");
            expressions.render(node.condition());
            writer.text(")");
        } else {
            expressions.render(emulated(node.aggregate(), node.condition()));
        }
    }

    /** The aggregate of values that are NULL where the condition does not hold. */
    private Expression<?> emulated(Expression<?> aggregate, Expression<Boolean> condition) {
        if (aggregate instanceof CountAll) {
            Expression<Integer> one = new RawExpression<>("1", Types.INTEGER);
            return new FunctionCall<>("count", List.of(where(condition, one)), false, Types.BIGINT);
        }
        if (aggregate instanceof StringAgg agg) {
            return new StringAgg(
                    where(condition, agg.operand()),
                    agg.separator(),
                    false,
                    agg.isDistinct() ? List.of() : agg.orderBy());
        }
        if (aggregate instanceof FunctionCall<?> call
                && !call.arguments().isEmpty()
                && OF_VALUES.contains(call.name().toLowerCase(Locale.ROOT))) {
            List<Expression<?>> arguments = new ArrayList<>(call.arguments());
            arguments.set(0, where(condition, arguments.get(0)));
            return new FunctionCall<>(call.name(), arguments, call.distinct(), call.type());
        }
        throw new UsageException(
                "DVT-SQL-UNSUPPORTED",
                dialect.name() + " has no FILTER, and whether this aggregate leaves NULL out is not known: "
                        + "put a CASE into it, or filter the rows in a subquery");
    }

    private static <T> Expression<T> where(Expression<Boolean> condition, Expression<T> value) {
        return new Case<>(List.of(new Case.Branch<>(condition, value)), null, value.type());
    }

    void ordered(OrderedAggregate<?> node) {
        if (node.isWithinGroup()) {
            writer.require(Capability.WITHIN_GROUP, "WITHIN GROUP");
            expressions.render(node.call());
            writer.text(" WITHIN GROUP (ORDER BY ")
                    .list(node.orderBy(), ", ", this::ordering)
                    .text(")");
        } else {
            writer.require(Capability.AGGREGATE_ORDER, "ORDER BY in an aggregate");
            expressions.call(node.call(), () -> orderBy(node.orderBy()));
        }
    }

    private void orderBy(List<Ordering> orderBy) {
        statements.list(" ORDER BY ", orderBy, this::ordering);
    }

    void stringAgg(StringAgg node) {
        String distinct = node.isDistinct() ? "DISTINCT " : "";
        switch (dialect.stringAggForm()) {
            case STRING_AGG -> stringAgg(node, "string_agg(" + distinct);
            case GROUP_CONCAT -> {
                if (node.isDistinct()) {
                    throw new UsageException(
                            "DVT-SQL-UNSUPPORTED",
                            dialect.name() + " has no group_concat(DISTINCT …) with a separator: select the different"
                                    + " texts in a subquery first");
                }
                stringAgg(node, "group_concat(");
            }
            case LISTAGG -> {
                writer.text("LISTAGG(").text(distinct);
                expressions.render(node.operand());
                writer.text(", ");
                // H2 takes a separator that is no plain parameter for none, without a word.
                expressions.bare(() -> expressions.render(node.separator()));
                writer.text(")");
                if (!node.orderBy().isEmpty()) {
                    writer.text(" WITHIN GROUP (ORDER BY ")
                            .list(node.orderBy(), ", ", this::ordering)
                            .text(")");
                }
            }
            // The separator of group_concat is no expression, so that it cannot be bound: each text gets one before it,
            // and the first is taken away.
            case GROUP_CONCAT_OF_PREFIXED -> {
                writer.text("substring(group_concat(").text(distinct).text("concat(");
                expressions.render(node.separator());
                writer.text(", ");
                expressions.render(node.operand());
                writer.text(")");
                orderBy(node.orderBy());
                writer.text(" SEPARATOR ''), char_length(");
                expressions.render(node.separator());
                writer.text(") + 1)");
            }
        }
    }

    private void stringAgg(StringAgg node, String open) {
        writer.text(open);
        expressions.render(node.operand());
        writer.text(", ");
        expressions.render(node.separator());
        orderBy(node.orderBy());
        writer.text(")");
    }
}
