package dev.dovetail.sql;

/** Gives any numeric expression the methods of numbers. Not a node: it stands for the expression. */
record NumericView<N extends Number>(Expression<N> expression) implements NumericOperand<N> {}
