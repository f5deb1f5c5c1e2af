package dev.dovetail.compile;

import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Cte;
import dev.dovetail.sql.Delete;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.LogicalOperator;
import dev.dovetail.sql.RawQuery;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Returning;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.SetQuery;
import dev.dovetail.sql.StatementVisitor;
import dev.dovetail.sql.Update;
import dev.dovetail.sql.Upsert;
import dev.dovetail.sql.WithQuery;
import dev.dovetail.sql.WithReturning;
import dev.dovetail.sql.WithWrite;
import dev.dovetail.sql.Write;
import java.util.List;
import java.util.function.Consumer;

/** Writes statements, clause by clause, and the sources in them. */
final class StatementRendering implements StatementVisitor {
    private final Dialect dialect;
    private final SqlWriter writer;
    private final ExpressionRendering expressions;
    private final QueryRendering queries;
    private final SourceRendering sources;
    private final WriteRendering writes;
    private final RawRendering raw;

    StatementRendering(Dialect dialect, Structure structure, SqlWriter writer) {
        this.dialect = dialect;
        this.writer = writer;
        this.expressions = new ExpressionRendering(dialect, structure, writer, this);
        this.queries = new QueryRendering(dialect, writer, expressions, this);
        this.writes = new WriteRendering(dialect, writer, this, expressions);
        this.raw = new RawRendering(dialect, structure, writer, expressions);
        this.sources = new SourceRendering(dialect, writer, expressions, queries, writes);
    }

    // Queries

    QueryRendering queries() {
        return queries;
    }

    SourceRendering sources() {
        return sources;
    }

    @Override
    public void visit(Select<?> statement) {
        queries.select(statement);
    }

    @Override
    public void visit(SetQuery<?> statement) {
        queries.setQuery(statement);
    }

    @Override
    public void visit(WithQuery<?> statement) {
        queries.with(statement.ctes());
        statement.query().accept(this);
    }

    @Override
    public void visit(WithWrite statement) {
        with(statement.ctes(), statement.write());
        statement.write().accept(this);
    }

    @Override
    public void visit(WithReturning<?> statement) {
        with(statement.ctes(), statement.returning().write());
        statement.returning().accept(this);
    }

    private void with(List<Cte> ctes, Write write) {
        boolean changes = write instanceof Update || write instanceof Delete;
        writer.require(
                changes ? Capability.WITH_BEFORE_UPDATE : Capability.WITH_BEFORE_INSERT,
                changes ? "WITH before UPDATE and DELETE" : "WITH before INSERT");
        queries.with(ctes);
    }

    <E> void list(String before, List<E> elements, Consumer<? super E> write) {
        if (!elements.isEmpty()) {
            writer.text(before).list(elements, ", ", write);
        }
    }

    void conditions(String before, List<Expression<Boolean>> conditions) {
        if (!conditions.isEmpty()) {
            writer.text(before);
            if (conditions.size() == 1) {
                expressions.render(conditions.get(0));
            } else {
                expressions.joined(LogicalOperator.AND, conditions);
            }
        }
    }

    // Statements that write

    @Override
    public void visit(Insert statement) {
        writes.insert(statement);
    }

    @Override
    public void visit(Upsert statement) {
        writes.upsert(statement);
    }

    @Override
    public void visit(Update statement) {
        writes.update(statement);
    }

    @Override
    public void visit(Delete statement) {
        writes.delete(statement);
    }

    @Override
    public void visit(Returning<?> statement) {
        writes.returning(statement);
    }

    @Override
    public void visit(RawStatement statement) {
        raw.write(statement);
    }

    @Override
    public void visit(RawQuery<?> statement) {
        raw.write(statement);
    }

    /** Columns are qualified by the table, or by its alias. */
    void qualified(ColumnRef<?> column) {
        String alias = writes.nameOf(column.source());
        if (alias == null) {
            writer.table(column.source().table());
        } else {
            writer.name(alias);
        }
        writer.text(".").name(column.column().name());
    }
}
