package dev.dovetail.sql;

/** Gives any text expression the methods of texts. Not a node: it stands for the expression. */
record TextView(Expression<String> expression) implements TextOperand {}
