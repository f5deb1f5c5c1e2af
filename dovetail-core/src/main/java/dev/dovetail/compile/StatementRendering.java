package dev.dovetail.compile;

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
import dev.dovetail.sql.Upsert;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes statements, clause by clause, and the sources in them. */
final class StatementRendering implements StatementVisitor, SourceVisitor {
    private final Dialect dialect;
    private final SqlWriter writer;
    private final ExpressionRendering expressions;
    private final WriteRendering writes;

    StatementRendering(Dialect dialect, Structure structure, SqlWriter writer) {
        this.dialect = dialect;
        this.writer = writer;
        this.expressions = new ExpressionRendering(dialect, structure, writer, this);
        this.writes = new WriteRendering(dialect, writer, this, expressions);
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

    void selected(Expression<?> column) {
        expressions.render(column);
        if (column instanceof Label<?> label) {
            writer.text(" AS ").name(label.name());
        }
    }

    void ordering(Ordering ordering) {
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

    // Sources

    @Override
    public void visit(TableSource source) {
        writes.read(source);
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
        String alias = writes.nameOf(column.source());
        if (alias == null) {
            writer.table(column.source().table());
        } else {
            writer.name(alias);
        }
        writer.text(".").name(column.column().name());
    }
}
