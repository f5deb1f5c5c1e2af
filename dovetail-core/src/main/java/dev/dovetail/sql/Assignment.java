package dev.dovetail.sql;

import dev.dovetail.schema.Column;

/**
 * A column and what it becomes.
 *
 * @param column the column
 * @param value what it becomes
 */
public record Assignment(Column<?> column, Expression<?> value) {}
