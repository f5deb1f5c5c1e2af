package dev.dovetail.compile;

import dev.dovetail.sql.CteSource;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.FunctionSource;
import dev.dovetail.sql.Join;
import dev.dovetail.sql.JoinKind;
import dev.dovetail.sql.NamedType;
import dev.dovetail.sql.RowValue;
import dev.dovetail.sql.Source;
import dev.dovetail.sql.SourceVisitor;
import dev.dovetail.sql.SubquerySource;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.ValuesSource;
import java.util.List;

/** Writes what stands in a FROM clause. */
final class SourceRendering implements SourceVisitor {
    private final Dialect dialect;
    private final SqlWriter writer;
    private final ExpressionRendering expressions;
    private final QueryRendering queries;
    private final WriteRendering writes;

    SourceRendering(
            Dialect dialect,
            SqlWriter writer,
            ExpressionRendering expressions,
            QueryRendering queries,
            WriteRendering writes) {
        this.dialect = dialect;
        this.writer = writer;
        this.expressions = expressions;
        this.queries = queries;
        this.writes = writes;
    }

    @Override
    public void visit(TableSource source) {
        writes.read(source);
        writer.table(source.table());
        if (source.alias() != null) {
            writer.text(" AS ").name(source.alias());
        }
    }

    @Override
    public void visit(Join source) {
        if (source.kind() == JoinKind.FULL) {
            writer.require(Capability.FULL_JOIN, "FULL JOIN");
        }
        source.left().accept(this);
        writer.text(" ").text(source.kind().sql()).text(" ");
        joined(source.right());
        if (source.on() != null) {
            writer.text(" ON ");
            expressions.render(source.on());
        }
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

    @Override
    public void visit(SubquerySource source) {
        if (source.isLateral()) {
            writer.require(Capability.LATERAL, "LATERAL");
            writer.text("LATERAL ");
        }
        List<String> names = source.columnNames();
        if (names.isEmpty() || dialect.has(Capability.DERIVED_COLUMN_NAMES)) {
            queries.asSource(source.query(), source.alias());
            alias(source.alias(), names);
            return;
        }
        // The first query of a UNION names the columns, and this one has no rows.
        writer.text("(SELECT ")
                .list(names, ", ", name -> writer.text("NULL AS ").name(name));
        writer.text(" WHERE 1 = 0 UNION ALL ");
        queries.wrapped(source.query());
        writer.text(")");
        alias(source.alias(), List.of());
    }

    @Override
    public void visit(CteSource source) {
        writer.name(source.cte());
        if (!source.alias().equals(source.cte())) {
            alias(source.alias(), List.of());
        }
    }

    @Override
    public void visit(ValuesSource source) {
        List<String> names = names(source.outputs());
        List<RowValue> rows = source.rows();
        List<RowValue> others = rows.subList(1, rows.size());
        switch (dialect.valuesForm()) {
            case LIST -> rows("(VALUES ", "(", rows);
            case ROWS -> rows("(VALUES ", "ROW(", rows);
            case NUMBERED_COLUMNS -> {
                writer.text("(SELECT ");
                for (int i = 0; i < names.size(); i++) {
                    writer.text((i == 0 ? "column" : ", column") + (i + 1) + " AS ")
                            .name(names.get(i));
                }
                rows(" FROM (VALUES ", "(", rows);
                writer.text(")");
            }
            case UNION -> {
                writer.text("(SELECT ");
                for (int i = 0; i < names.size(); i++) {
                    writer.text(i == 0 ? "" : ", ");
                    queries.typed(rows.get(0).values().get(i));
                    writer.text(" AS ").name(names.get(i));
                }
                if (!others.isEmpty()) {
                    rows(" UNION ALL VALUES ", "(", others);
                } else {
                    writer.text(")");
                }
            }
        }
        switch (dialect.valuesForm()) {
            case LIST, ROWS -> alias(source.alias(), names);
            case NUMBERED_COLUMNS, UNION -> alias(source.alias(), List.of());
        }
    }

    private void rows(String before, String open, List<RowValue> rows) {
        writer.text(before);
        boolean[] first = {true};
        writer.list(rows, ", ", row -> {
            writer.text(open);
            writer.list(row.values(), ", ", value -> value(value, first[0])).text(")");
            first[0] = false;
        });
        writer.text(")");
    }

    /** The first row says of which types the columns are. */
    private void value(Expression<?> value, boolean first) {
        if (first) {
            queries.typed(value);
        } else {
            expressions.render(value);
        }
    }

    @Override
    public void visit(FunctionSource source) {
        writer.require(Capability.TABLE_FUNCTIONS, "function in a FROM clause");
        if (source.isRenamed() && !source.outputs().isEmpty()) {
            writer.require(Capability.DERIVED_COLUMN_NAMES, "names for the columns of a function");
        }
        writer.text(source.name()).text("(");
        writer.list(source.arguments(), ", ", expressions::render).text(")");
        alias(source.alias(), source.isRenamed() ? names(source.outputs()) : List.of());
    }

    private static List<String> names(List<NamedType<?>> outputs) {
        return outputs.stream().<String>map(NamedType::name).toList();
    }

    private void alias(String alias, List<String> columns) {
        writer.text(" AS ").name(alias);
        if (!columns.isEmpty()) {
            writer.text(" (").list(columns, ", ", writer::name).text(")");
        }
    }
}
