package dev.dovetail.sql;

import java.util.ArrayList;
import java.util.List;

/** Queries for the number of rows of others. */
final class Counts {
    private Counts() {}

    static Select<Long> of(Query<?> query) {
        Query<?> counted = query;
        if (query instanceof Select<?> select && select.limit() == null && select.offset() == null) {
            // The columns get other names, and what the rows are ordered by may be one of the old ones.
            counted = select.withoutOrder().withColumns(named(select.columns()));
        }
        return Sql.select(Sql.countAll()).from(counted.as("counted"));
    }

    /** Two columns may have the same name in a query, but not in a source. */
    private static List<Expression<?>> named(List<Expression<?>> columns) {
        List<Expression<?>> named = new ArrayList<>();
        for (Expression<?> column : columns) {
            Expression<?> unnamed = column instanceof Label<?> label ? label.labelled() : column;
            named.add(unnamed.as("column_" + (named.size() + 1)));
        }
        return named;
    }
}
