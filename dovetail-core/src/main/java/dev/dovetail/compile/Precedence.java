package dev.dovetail.compile;

import dev.dovetail.sql.Arithmetic;
import dev.dovetail.sql.ArithmeticOperator;
import dev.dovetail.sql.Between;
import dev.dovetail.sql.Case;
import dev.dovetail.sql.Cast;
import dev.dovetail.sql.Collated;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Comparison;
import dev.dovetail.sql.Concat;
import dev.dovetail.sql.CountAll;
import dev.dovetail.sql.CustomExpression;
import dev.dovetail.sql.DefaultValue;
import dev.dovetail.sql.DerivedColumn;
import dev.dovetail.sql.Excluded;
import dev.dovetail.sql.Exists;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.ExpressionVisitor;
import dev.dovetail.sql.Filtered;
import dev.dovetail.sql.FunctionCall;
import dev.dovetail.sql.InList;
import dev.dovetail.sql.InSubquery;
import dev.dovetail.sql.IsNull;
import dev.dovetail.sql.JsonExtraction;
import dev.dovetail.sql.Label;
import dev.dovetail.sql.Like;
import dev.dovetail.sql.Logical;
import dev.dovetail.sql.LogicalOperator;
import dev.dovetail.sql.NextValue;
import dev.dovetail.sql.Not;
import dev.dovetail.sql.OrderedAggregate;
import dev.dovetail.sql.Over;
import dev.dovetail.sql.Parameter;
import dev.dovetail.sql.Quantified;
import dev.dovetail.sql.RawExpression;
import dev.dovetail.sql.RowComparison;
import dev.dovetail.sql.RowInList;
import dev.dovetail.sql.RowInSubquery;
import dev.dovetail.sql.ScalarSubquery;
import dev.dovetail.sql.SimpleCase;
import dev.dovetail.sql.StandardFunction;
import dev.dovetail.sql.StringAgg;
import dev.dovetail.sql.Truth;
import dev.dovetail.sql.TypeCoercion;
import dev.dovetail.sql.Value;

/**
 * How tightly each node holds together; an operand that holds less tightly than its place demands gets brackets.
 * Databases differ in the rank of {@code ||}, so its operands must be atoms, and text that is not ours always gets
 * brackets.
 */
final class Precedence implements ExpressionVisitor {
    static final int ANY = 0;
    static final int OR = 1;
    static final int AND = 2;
    static final int NOT = 3;
    static final int COMPARISON = 4;
    static final int CONCAT = 5;
    static final int SUM = 6;
    static final int PRODUCT = 7;
    static final int ATOM = 8;

    private int found = ATOM;

    private Precedence() {}

    static int of(Expression<?> expression) {
        Precedence precedence = new Precedence();
        expression.accept(precedence);
        return precedence.found;
    }

    static int of(LogicalOperator operator) {
        return operator == LogicalOperator.AND ? AND : OR;
    }

    static int of(ArithmeticOperator operator) {
        return operator == ArithmeticOperator.PLUS || operator == ArithmeticOperator.MINUS ? SUM : PRODUCT;
    }

    @Override
    public void visit(ColumnRef<?> node) {
        found = ATOM;
    }

    @Override
    public void visit(DerivedColumn<?> node) {
        found = ATOM;
    }

    @Override
    public void visit(Value<?> node) {
        found = ATOM;
    }

    @Override
    public void visit(Parameter<?> node) {
        found = ATOM;
    }

    @Override
    public void visit(DefaultValue<?> node) {
        found = ATOM;
    }

    @Override
    public void visit(Excluded<?> node) {
        found = ATOM;
    }

    @Override
    public void visit(Arithmetic<?> node) {
        found = of(node.operator());
    }

    @Override
    public void visit(Concat node) {
        found = CONCAT;
    }

    @Override
    public void visit(FunctionCall<?> node) {
        found = ATOM;
    }

    @Override
    public void visit(StandardFunction<?> node) {
        found = ATOM;
    }

    @Override
    public void visit(TypeCoercion<?> node) {
        node.operand().accept(this);
    }

    @Override
    public void visit(Collated node) {
        found = ATOM;
    }

    @Override
    public void visit(SimpleCase<?> node) {
        found = ATOM;
    }

    @Override
    public void visit(JsonExtraction<?> node) {
        found = ATOM;
    }

    @Override
    public void visit(Truth node) {
        node.value().accept(this);
    }

    @Override
    public void visit(CountAll node) {
        found = ATOM;
    }

    @Override
    public void visit(NextValue node) {
        found = ATOM;
    }

    @Override
    public void visit(Cast<?> node) {
        found = ATOM;
    }

    @Override
    public void visit(Case<?> node) {
        found = ATOM;
    }

    @Override
    public void visit(ScalarSubquery<?> node) {
        found = ATOM;
    }

    @Override
    public void visit(Label<?> node) {
        node.labelled().accept(this);
    }

    @Override
    public void visit(RawExpression<?> node) {
        found = ANY;
    }

    @Override
    public void visit(Comparison node) {
        found = COMPARISON;
    }

    @Override
    public void visit(Logical node) {
        found = of(node.operator());
    }

    @Override
    public void visit(Not node) {
        found = NOT;
    }

    @Override
    public void visit(IsNull node) {
        found = COMPARISON;
    }

    @Override
    public void visit(InList node) {
        found = COMPARISON;
    }

    @Override
    public void visit(InSubquery node) {
        found = COMPARISON;
    }

    @Override
    public void visit(Like node) {
        found = COMPARISON;
    }

    @Override
    public void visit(Between node) {
        found = COMPARISON;
    }

    @Override
    public void visit(Exists node) {
        // H2 takes EXISTS for no operand.
        found = COMPARISON;
    }

    @Override
    public void visit(Over<?> node) {
        found = ATOM;
    }

    @Override
    public void visit(Filtered<?> node) {
        found = ATOM;
    }

    @Override
    public void visit(OrderedAggregate<?> node) {
        found = ATOM;
    }

    @Override
    public void visit(StringAgg node) {
        found = ATOM;
    }

    @Override
    public void visit(Quantified<?> node) {
        found = ATOM;
    }

    @Override
    public void visit(RowComparison node) {
        found = COMPARISON;
    }

    @Override
    public void visit(RowInList node) {
        found = COMPARISON;
    }

    @Override
    public void visit(RowInSubquery node) {
        found = COMPARISON;
    }

    @Override
    public void visit(CustomExpression<?> node) {
        found = ANY;
    }
}
