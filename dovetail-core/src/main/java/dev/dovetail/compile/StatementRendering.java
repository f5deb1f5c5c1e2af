package dev.dovetail.compile;

import dev.dovetail.UsageException;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Delete;
import dev.dovetail.sql.Direction;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Join;
import dev.dovetail.sql.Label;
import dev.dovetail.sql.LogicalOperator;
import dev.dovetail.sql.Ordering;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Returning;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Source;
import dev.dovetail.sql.SourceVisitor;
import dev.dovetail.sql.StatementVisitor;
import dev.dovetail.sql.SubquerySource;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Update;
import dev.dovetail.sql.Write;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes statements, clause by clause, and the sources in them. */
final class StatementRendering implements StatementVisitor, SourceVisitor {
    private final Dialect dialect;
    private final SqlWriter writer;
    private final ExpressionRendering expressions;
    /** The target of a statement whose result is being written as a query; it stands there under its name without schema. */
    private @Nullable TableSource dataChange;

    StatementRendering(Dialect dialect, Structure structure, SqlWriter writer) {
        this.dialect = dialect;
        this.writer = writer;
        this.expressions = new ExpressionRendering(dialect, structure, writer, this);
    }

    // Queries

    @Override
    public void visit(Select<?> statement) {
        requireSupported(statement);
        for (SelectClause clause : dialect.selectClauses()) {
            switch (clause) {
                case COLUMNS -> columns(statement);
                case FROM -> list(" FROM ", statement.from(), source -> source.accept(this));
                case WHERE -> conditions(" WHERE ", statement.where());
                case GROUP_BY -> list(" GROUP BY ", statement.groupBy(), expressions::render);
                case HAVING -> conditions(" HAVING ", statement.having());
                case ORDER_BY -> list(" ORDER BY ", statement.orderBy(), this::ordering);
                case LIMIT -> limit(statement.limit(), statement.offset());
                case FOR_UPDATE -> writer.text(statement.isForUpdate() ? " FOR UPDATE" : "");
            }
        }
    }

    private void requireSupported(Select<?> statement) {
        if (statement.isForUpdate()) {
            writer.require(Capability.FOR_UPDATE, "FOR UPDATE");
        }
    }

    private void columns(Select<?> statement) {
        writer.text(statement.isDistinct() ? "SELECT DISTINCT " : "SELECT ");
        writer.list(statement.columns(), ", ", this::selected);
    }

    private void selected(Expression<?> column) {
        expressions.render(column);
        if (column instanceof Label<?> label) {
            writer.text(" AS ").name(label.name());
        }
    }

    private void ordering(Ordering ordering) {
        expressions.requireNumbers("ORDER BY", List.of(ordering.expression()));
        if (ordering.expression() instanceof Label<?> label) {
            writer.name(label.name());
        } else {
            expressions.render(ordering.expression());
        }
        writer.text(ordering.direction() == Direction.DESCENDING ? " DESC" : "");
    }

    private void limit(@Nullable Expression<Long> limit, @Nullable Expression<Long> offset) {
        if (limit != null) {
            writer.text(" LIMIT ");
            expressions.render(limit);
        } else if (offset != null && !dialect.unlimited().isEmpty()) {
            writer.text(" ").text(dialect.unlimited());
        }
        if (offset != null) {
            writer.text(" OFFSET ");
            expressions.render(offset);
        }
    }

    private <E> void list(String before, List<E> elements, Consumer<? super E> write) {
        if (!elements.isEmpty()) {
            writer.text(before).list(elements, ", ", write);
        }
    }

    private void conditions(String before, List<Expression<Boolean>> conditions) {
        if (!conditions.isEmpty()) {
            writer.text(before);
            if (conditions.size() == 1) {
                expressions.render(conditions.get(0));
            } else {
                expressions.joined(LogicalOperator.AND, conditions);
            }
        }
    }

    // Sources

    @Override
    public void visit(TableSource source) {
        writer.table(source.table());
        if (source.alias() != null) {
            writer.text(" AS ").name(source.alias());
        }
    }

    @Override
    public void visit(SubquerySource source) {
        writer.text("(");
        source.query().accept(this);
        writer.text(") AS ").name(source.alias());
    }

    @Override
    public void visit(Join source) {
        source.left().accept(this);
        writer.text(" ").text(source.kind().sql()).text(" ");
        joined(source.right());
        writer.text(" ON ");
        expressions.render(source.on());
    }

    /** A join that stands on the right of another is bracketed: joins are read from the left. */
    private void joined(Source right) {
        if (right instanceof Join) {
            writer.text("(");
            right.accept(this);
            writer.text(")");
        } else {
            right.accept(this);
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
                list(" RETURNING ", statement.columns(), this::selected);
            }
            case DATA_CHANGE_TABLE -> {
                dataChange = write.target();
                list("SELECT ", statement.columns(), this::selected);
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
