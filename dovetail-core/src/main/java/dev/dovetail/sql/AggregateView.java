package dev.dovetail.sql;

/** Gives any expression the methods of aggregates. Not a node: it stands for the expression. */
record AggregateView<T>(Expression<T> expression) implements Aggregate<T> {}
