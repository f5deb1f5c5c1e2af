package dev.dovetail.compile;

import dev.dovetail.UsageException;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Cte;
import dev.dovetail.sql.Delete;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.LogicalOperator;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Returning;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.SetQuery;
import dev.dovetail.sql.StatementVisitor;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Update;
import dev.dovetail.sql.WithQuery;
import dev.dovetail.sql.WithReturning;
import dev.dovetail.sql.WithWrite;
import dev.dovetail.sql.Write;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes statements, clause by clause, and the sources in them. */
final class StatementRendering implements StatementVisitor {
    private final Dialect dialect;
    private final SqlWriter writer;
    private final ExpressionRendering expressions;
    private final QueryRendering queries;
    private final SourceRendering sources;
    /** The target of a statement whose result is being written as a query; it stands there under its name without schema. */
    private @Nullable TableSource dataChange;

    StatementRendering(Dialect dialect, Structure structure, SqlWriter writer) {
        this.dialect = dialect;
        this.writer = writer;
        this.expressions = new ExpressionRendering(dialect, structure, writer, this);
        this.queries = new QueryRendering(dialect, writer, expressions, this);
        this.sources = new SourceRendering(dialect, writer, expressions, queries);
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
        writer.text("INSERT INTO ").table(statement.table()).text(" ");
        if (statement.rows().isEmpty()) {
            throw new UsageException(
                    "DVT-SQL-INSERT",
                    "the INSERT into " + statement.table() + " has columns but no rows: call values(…)");
        }
        if (statement.columns().isEmpty()) {
            writer.text(dialect.defaultRow());
            return;
        }
        writer.columns(statement.columns()).text(" VALUES ");
        writer.list(statement.rows(), ", ", row -> row(statement, row));
    }

    private void row(Insert statement, List<Expression<?>> row) {
        writer.text("(");
        for (int index = 0; index < row.size(); index++) {
            writer.text(index == 0 ? "" : ", ");
            expressions.stored(statement.columns().get(index), row.get(index));
        }
        writer.text(")");
    }

    @Override
    public void visit(Update statement) {
        if (statement.assignments().isEmpty()) {
            throw new UsageException(
                    "DVT-SQL-UPDATE", "the UPDATE of " + statement.table() + " sets nothing: call set(…)");
        }
        writer.text("UPDATE ").table(statement.table()).text(" SET ");
        writer.list(statement.assignments(), ", ", assignment -> {
            writer.name(assignment.column().name()).text("=");
            expressions.stored(assignment.column(), assignment.value());
        });
        conditions(" WHERE ", statement.where());
    }

    @Override
    public void visit(Delete statement) {
        writer.text("DELETE FROM ").table(statement.table());
        conditions(" WHERE ", statement.where());
    }

    @Override
    public void visit(Returning<?> statement) {
        Write write = statement.write();
        writer.require(Capability.returning(write), "RETURNING");
        switch (dialect.returningForm()) {
            case CLAUSE -> {
                write.accept(this);
                list(" RETURNING ", statement.columns(), queries::selected);
            }
            case DATA_CHANGE_TABLE -> {
                dataChange = write.target();
                list("SELECT ", statement.columns(), queries::selected);
                writer.text(write instanceof Delete ? " FROM OLD TABLE (" : " FROM FINAL TABLE (");
                dataChange = null;
                write.accept(this);
                writer.text(") AS ").name(shortName(write.target()));
            }
        }
    }

    private static String shortName(TableSource source) {
        return source.alias() == null ? source.table().name() : source.alias();
    }

    @Override
    public void visit(RawStatement statement) {
        List<String> texts = statement.texts();
        List<Expression<?>> parameters = statement.parameters();
        writer.text(texts.get(0));
        for (int index = 0; index < parameters.size(); index++) {
            expressions.render(parameters.get(index));
            writer.text(texts.get(index + 1));
        }
    }

    /** Columns are qualified by the table, or by its alias. */
    void qualified(ColumnRef<?> column) {
        String alias = column.source().equals(dataChange)
                ? shortName(column.source())
                : column.source().alias();
        if (alias == null) {
            writer.table(column.source().table());
        } else {
            writer.name(alias);
        }
        writer.text(".").name(column.column().name());
    }
}
