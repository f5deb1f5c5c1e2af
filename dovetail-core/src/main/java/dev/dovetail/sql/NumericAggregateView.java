package dev.dovetail.sql;

/** Gives any numeric expression the methods of aggregates. Not a node: it stands for the expression. */
record NumericAggregateView<N extends Number>(Expression<N> expression) implements NumericAggregate<N> {}
