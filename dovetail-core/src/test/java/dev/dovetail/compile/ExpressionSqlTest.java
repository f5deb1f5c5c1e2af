package dev.dovetail.compile;

import static dev.dovetail.compile.Family.ALLOWANCE;
import static dev.dovetail.compile.Family.ID;
import static dev.dovetail.compile.Family.NAME;
import static dev.dovetail.compile.Family.P;
import static dev.dovetail.compile.Family.PARENT_ID;
import static dev.dovetail.compile.Family.STEPS;
import static dev.dovetail.compile.Family.parameters;
import static dev.dovetail.sql.Sql.and;
import static dev.dovetail.sql.Sql.avg;
import static dev.dovetail.sql.Sql.cast;
import static dev.dovetail.sql.Sql.coalesce;
import static dev.dovetail.sql.Sql.countAll;
import static dev.dovetail.sql.Sql.countDistinct;
import static dev.dovetail.sql.Sql.exists;
import static dev.dovetail.sql.Sql.function;
import static dev.dovetail.sql.Sql.lower;
import static dev.dovetail.sql.Sql.max;
import static dev.dovetail.sql.Sql.min;
import static dev.dovetail.sql.Sql.not;
import static dev.dovetail.sql.Sql.number;
import static dev.dovetail.sql.Sql.or;
import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.scalar;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.sum;
import static dev.dovetail.sql.Sql.upper;
import static dev.dovetail.sql.Sql.value;
import static dev.dovetail.sql.Sql.when;
import static dev.dovetail.type.Types.BIGINT;
import static dev.dovetail.type.Types.BOOLEAN;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.TEXT;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.sql.CustomExpression;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.SqlOutput;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExpressionSqlTest {
    private static String rendered(Operand<?> operand) {
        String sql = Family.sql(select(operand));
        return sql.substring("SELECT ".length());
    }

    private static List<?> bound(Operand<?> operand) {
        return parameters(select(operand));
    }

    static List<Arguments> expressions() {
        Select<Integer> parents = select(P.col("id", Integer.class)).from(P);
        return List.of(
                Arguments.of(ID, "child.id"),
                Arguments.of(value(1), "?"),
                Arguments.of(parameter(0, INTEGER), "?"),
                Arguments.of(ID.eq(1), "child.id = ?"),
                Arguments.of(ID.eq(PARENT_ID), "child.id = child.parent_id"),
                Arguments.of(ID.eq((Integer) null), "child.id IS NULL"),
                Arguments.of(ID.ne(1), "child.id <> ?"),
                Arguments.of(ID.ne((Integer) null), "child.id IS NOT NULL"),
                Arguments.of(ID.lt(1), "child.id < ?"),
                Arguments.of(ID.le(PARENT_ID), "child.id <= child.parent_id"),
                Arguments.of(ID.gt(1), "child.id > ?"),
                Arguments.of(ID.ge(1), "child.id >= ?"),
                Arguments.of(ID.isNull(), "child.id IS NULL"),
                Arguments.of(ID.isNotNull(), "child.id IS NOT NULL"),
                Arguments.of(NAME.isDistinctFrom((String) null), "child.name IS DISTINCT FROM ?"),
                Arguments.of(NAME.isNotDistinctFrom(P.text("name")), "child.name IS NOT DISTINCT FROM parent.name"),
                Arguments.of(ID.in(1, 2, 3), "child.id IN (?, ?, ?, ?)"),
                Arguments.of(ID.notIn(List.of(1)), "child.id NOT IN (?)"),
                Arguments.of(ID.in(List.of()), "1 = 0"),
                Arguments.of(ID.notIn(List.of()), "1 = 1"),
                Arguments.of(PARENT_ID.in(parents), "child.parent_id IN (SELECT parent.id FROM parent)"),
                Arguments.of(PARENT_ID.notIn(parents), "child.parent_id NOT IN (SELECT parent.id FROM parent)"),
                Arguments.of(ID.between(1, 9), "child.id BETWEEN ? AND ?"),
                Arguments.of(NAME.like("C%"), "child.name LIKE ?"),
                Arguments.of(NAME.notLike("C%"), "child.name NOT LIKE ?"),
                Arguments.of(NAME.contains("a"), "child.name LIKE ? ESCAPE '/'"),
                Arguments.of(NAME.concat("!").concat(P.text("name")), "(child.name || ?) || parent.name"),
                Arguments.of(lower(NAME), "lower(child.name)"),
                Arguments.of(upper(NAME), "upper(child.name)"),
                Arguments.of(coalesce(NAME, "").like("x"), "coalesce(child.name, ?) LIKE ?"),
                Arguments.of(coalesce(value("a"), value("b")), "coalesce(?, ?)"),
                Arguments.of(coalesce(NAME, P.text("name"), NAME), "coalesce(child.name, parent.name, child.name)"),
                Arguments.of(STEPS.plus(1), "child.steps + ?"),
                Arguments.of(STEPS.minus(STEPS.minus(1)), "child.steps - (child.steps - ?)"),
                Arguments.of(STEPS.minus(1).minus(2), "child.steps - ? - ?"),
                Arguments.of(STEPS.plus(1).times(2), "(child.steps + ?) * ?"),
                Arguments.of(STEPS.times(2).plus(1), "child.steps * ? + ?"),
                Arguments.of(STEPS.dividedBy(STEPS.dividedBy(2)), "child.steps / (child.steps / ?)"),
                Arguments.of(STEPS.plus(1).gt(5), "child.steps + ? > ?"),
                Arguments.of(countAll(), "count(*)"),
                Arguments.of(countDistinct(NAME), "count(DISTINCT child.name)"),
                Arguments.of(max(NAME), "max(child.name)"),
                Arguments.of(max(STEPS).minus(min(STEPS)), "max(child.steps) - min(child.steps)"),
                Arguments.of(min(NAME), "min(child.name)"),
                Arguments.of(sum(STEPS), "sum(child.steps)"),
                Arguments.of(avg(ID), "avg(child.id)"),
                Arguments.of(function("pg_catalog.length", INTEGER, NAME), "pg_catalog.length(child.name)"),
                Arguments.of(cast(ID, VARCHAR(10)), "CAST(child.id AS VARCHAR(10))"),
                Arguments.of(number(cast(NAME, BIGINT)).gt(2), "CAST(child.name AS BIGINT) > ?"),
                Arguments.of(when(ID.eq(1), "one").end(), "CASE WHEN child.id = ? THEN ? END"),
                Arguments.of(
                        when(ID.eq(1), NAME).when(ID.eq(2), "two").otherwise("many"),
                        "CASE WHEN child.id = ? THEN child.name WHEN child.id = ? THEN ? ELSE ? END"),
                Arguments.of(scalar(parents), "(SELECT parent.id FROM parent)"),
                Arguments.of(exists(parents), "EXISTS (SELECT parent.id FROM parent)"),
                Arguments.of(not(exists(parents)), "NOT EXISTS (SELECT parent.id FROM parent)"),
                Arguments.of(sql("random()", BIGINT), "random()"),
                Arguments.of(sql("a OR b", BOOLEAN).eq(true), "(a OR b) = ?"),
                Arguments.of(and(ID.eq(1), ID.eq(2)), "child.id = ? AND child.id = ?"),
                Arguments.of(and(ID.eq(1)), "child.id = ?"),
                Arguments.of(and(ID.eq(1), and(ID.eq(2), ID.eq(3))), "child.id = ? AND child.id = ? AND child.id = ?"),
                Arguments.of(ID.eq(1).or(ID.eq(2)).and(ID.eq(3)), "(child.id = ? OR child.id = ?) AND child.id = ?"),
                Arguments.of(or(ID.eq(1).and(ID.eq(2)), ID.eq(3)), "child.id = ? AND child.id = ? OR child.id = ?"),
                Arguments.of(ID.eq(1).not(), "NOT (child.id = ?)"),
                Arguments.of(not(ID.eq(1).not()), "NOT (NOT (child.id = ?))"),
                Arguments.of(ID.isNull().eq(PARENT_ID.isNull()), "(child.id IS NULL) = (child.parent_id IS NULL)"),
                Arguments.of(NAME.as("who"), "child.name AS who"));
    }

    @ParameterizedTest
    @MethodSource
    void expressions(Operand<?> operand, String expected) {
        assertThat(rendered(operand)).isEqualTo(expected);
    }

    @Test
    void wildcardsInValuesMeanThemselves() {
        assertThat(bound(NAME.contains("50%_/"))).isEqualTo(List.of("%50/%/_//%"));
        assertThat(bound(NAME.startsWith("a_"))).isEqualTo(List.of("a/_%"));
        assertThat(bound(NAME.endsWith("%"))).isEqualTo(List.of("%/%"));
        assertThat(bound(NAME.like("a_%"))).isEqualTo(List.of("a_%"));
    }

    @Test
    void numbersOfAnyClassCompare() {
        assertThat(bound(ALLOWANCE.gt(5))).isEqualTo(List.of(5));
        assertThat(bound(ALLOWANCE.lt(5.5))).isEqualTo(List.of(5.5));
        assertThat(bound(ALLOWANCE.ge(new BigDecimal("5.55")))).isEqualTo(List.of(new BigDecimal("5.55")));
        assertThat(bound(STEPS.le(5L))).isEqualTo(List.of(5L));
        assertThat(bound(STEPS.eq(5))).isEqualTo(List.of(5));
        assertThat(bound(STEPS.ne(5))).isEqualTo(List.of(5));
    }

    @Test
    void nullInListIsRefused() {
        assertThatThrownBy(() -> ID.in(Arrays.asList(1, null)))
                .isInstanceOf(dev.dovetail.UsageException.class)
                .hasMessage("NULL is in no list; ask isNull() apart");
    }

    @Test
    void nameOfFunctionIsNoPlaceForSql() {
        assertThatThrownBy(() -> function("x(); DROP TABLE child; --", INTEGER))
                .isInstanceOf(UsageException.class)
                .hasMessage("'x(); DROP TABLE child; --' is not the name of a function");
    }

    @Test
    void subqueryInExpressionHasOneColumn() {
        Select<Integer> twoColumns = Select.of(List.of(ID, NAME), values -> 0);
        assertThatThrownBy(() -> ID.in(twoColumns)).hasMessage("IN takes a query of one column, not of 2");
        assertThatThrownBy(() -> scalar(twoColumns))
                .hasMessage("a scalar subquery takes a query of one column, not of 2");
    }

    @Test
    void joiningNoConditionsIsRefused() {
        assertThatThrownBy(() -> and()).hasMessage("AND needs at least one condition");
    }

    /** As a user would write it. */
    private record Similarity(Expression<String> left, Expression<String> right) implements CustomExpression<Double> {
        @Override
        public Type<Double> type() {
            return Types.DOUBLE;
        }

        @Override
        public void write(SqlOutput output) {
            output.operand(left).sql(" <-> ").operand(right);
        }
    }

    @Test
    void customExpression() {
        Similarity similarity =
                new Similarity(NAME.expression(), NAME.concat("x").expression());
        assertThat(rendered(similarity)).isEqualTo("child.name <-> (child.name || ?)");
        assertThat(rendered(similarity.gt(0.5))).isEqualTo("(child.name <-> (child.name || ?)) > ?");
        assertThat(bound(similarity.gt(0.5))).isEqualTo(List.of("x", 0.5));
        assertThat(similarity.type()).isNotEqualTo(TEXT);
    }
}
