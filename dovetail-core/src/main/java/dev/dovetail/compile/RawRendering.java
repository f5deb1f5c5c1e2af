package dev.dovetail.compile;

import dev.dovetail.UsageException;
import dev.dovetail.sql.NamedParameters;
import dev.dovetail.sql.RawQuery;
import dev.dovetail.sql.RawStatement;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Writes what was written by hand, with its parameters in their places. */
final class RawRendering {
    private final Dialect dialect;
    private final Structure structure;
    private final SqlWriter writer;
    private final ExpressionRendering expressions;

    RawRendering(Dialect dialect, Structure structure, SqlWriter writer, ExpressionRendering expressions) {
        this.dialect = dialect;
        this.structure = structure;
        this.writer = writer;
        this.expressions = expressions;
    }

    void write(RawQuery<?> query) {
        if (query.names().isEmpty()) {
            write(query.raw());
            return;
        }
        writer.text("SELECT ");
        writer.list(query.names(), ", ", name -> writer.text("raw_query.").name(name));
        writer.text(" FROM (");
        write(query.raw());
        // What was written may end in a comment.
        writer.text("\n) AS raw_query");
    }

    void write(RawStatement statement) {
        NamedParameters text = NamedParameters.parse(statement.text(), dialect.rawSyntax());
        Map<String, RawStatement.Binding> bindings = statement.bindings();
        for (String name : bindings.keySet()) {
            if (!text.names().contains(name)) {
                throw new UsageException(
                        "DVT-SQL-PARAMETER",
                        "the statement has no parameter :" + name + "; it has " + new TreeSet<>(text.names()));
            }
        }
        List<String> names = text.names();
        writer.text(text.texts().get(0));
        for (int index = 0; index < names.size(); index++) {
            RawStatement.Binding binding = bindings.get(names.get(index));
            if (binding == null) {
                throw new UsageException(
                        "DVT-SQL-PARAMETER",
                        "parameter :" + names.get(index) + " has no value: call bind(\"" + names.get(index) + "\", …)");
            }
            expressions.bare(() -> value(binding));
            writer.text(text.texts().get(index + 1));
        }
    }

    private void value(RawStatement.Binding binding) {
        BoundList list = structure.list(binding);
        if (binding.type() == null || list == null) {
            binding.values().forEach(expressions::render);
        } else if (list.size() == 0) {
            // Neither in nor not in: NULL in its place would make NOT IN unknown.
            writer.text("SELECT CAST(NULL AS ")
                    .text(dialect.typeName(binding.type().storage()))
                    .text(") FROM (SELECT 1 AS one) AS none WHERE 1 = 0");
        } else {
            expressions.bound(list, binding.type());
        }
    }
}
