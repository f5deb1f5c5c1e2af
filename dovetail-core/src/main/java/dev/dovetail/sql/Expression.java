package dev.dovetail.sql;

import dev.dovetail.type.Type;

/**
 * A value in a statement: a column, a bound value, or something made of others. Immutable and thread-safe.
 *
 * @param <T> the Java class of the value
 */
public sealed interface Expression<T> extends Operand<T>
        permits ColumnRef,
                DerivedColumn,
                Value,
                Parameter,
                DefaultValue,
                Excluded,
                Arithmetic,
                Concat,
                FunctionCall,
                StandardFunction,
                TypeCoercion,
                Collated,
                SimpleCase,
                JsonExtraction,
                CountAll,
                NextValue,
                Cast,
                Case,
                ScalarSubquery,
                Label,
                RawExpression,
                Condition,
                Over,
                Filtered,
                OrderedAggregate,
                StringAgg,
                Quantified,
                CustomExpression {
    /**
     * The type of the value.
     *
     * @return the type
     */
    Type<T> type();

    /**
     * Calls the method of the visitor for this kind of node.
     *
     * @param visitor the visitor
     */
    void accept(ExpressionVisitor visitor);

    @Override
    default Expression<T> expression() {
        return this;
    }
}
