package dev.dovetail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The layout of every database error's text: the headline, then one labelled line for each thing that is known. */
final class MessageLayout {

    private final StringBuilder text;

    private MessageLayout(String headline) {
        text = new StringBuilder(ValueText.oneLine(headline));
    }

    /** The text of an error about which the driver's own words say more than Dovetail can. */
    static String other(String headline, ErrorFacts facts) {
        return message(facts.detail() == null ? headline : headline + ": " + firstLine(facts.detail()), facts);
    }

    static String message(String headline, ErrorFacts facts) {
        MessageLayout layout = new MessageLayout(headline);
        layout.constraint(facts.constraint());
        layout.origin(facts.origin());
        layout.statement(facts.statement());
        layout.line("transaction", transaction(facts));
        layout.line("hint", facts.hint());
        return layout.text.toString();
    }

    private void constraint(ConstraintFacts constraint) {
        if (constraint.name() != null && constraint.definition() != null) {
            line("constraint", ValueText.name(constraint.name()) + ": " + constraint.definition());
        } else {
            line("constraint", constraint.name() == null ? constraint.definition() : ValueText.name(constraint.name()));
        }
        if (!constraint.existingRow().isEmpty()) {
            line("existing", existing(constraint) + from(constraint, Fact.EXISTING_ROW));
        }
        if (constraint.breaking() != null) {
            line("broken by", keys(constraint.breaking()) + from(constraint, Fact.BREAKING));
        }
        if (constraint.foreignKey() != null) {
            constraint
                    .foreignKey()
                    .referencing()
                    .forEach(rows -> line("referenced", referencing(rows) + from(constraint, Fact.REFERENCING)));
        }
    }

    private static String from(ConstraintFacts constraint, Fact fact) {
        FactSource source = constraint.source(fact);
        if (source == FactSource.COMMITTED) {
            return " (as committed)";
        }
        if (source == FactSource.PARAMETERS && fact == Fact.EXISTING_ROW && !constraint.primaryKey()) {
            return " (a row of the same statement)";
        }
        return source == FactSource.MEMORY ? " (as this session has it)" : "";
    }

    private static String existing(ConstraintFacts constraint) {
        List<String> columns = List.copyOf(constraint.existingRow().keySet());
        return place(String.valueOf(constraint.table()), columns) + " = "
                + ValueText.key(constraint.existingRow().values());
    }

    private static String referencing(ReferencingRows rows) {
        String place = "by " + place(rows.table(), rows.columns());
        if (rows.sampleKeys().isEmpty()) {
            return place;
        }
        return place + ": " + keys(rows);
    }

    private static String keys(ReferencingRows rows) {
        if (rows.sampleKeys().isEmpty()) {
            return Headline.rows(rows);
        }
        boolean partial = rows.more() || rows.count() > rows.sampleKeys().size();
        return ValueText.name(rows.table()) + " " + ValueText.keys(rows.sampleKeys()) + (partial ? ", \u2026" : "");
    }

    /** {@code table.column} or {@code table(column, column)}. */
    static String place(String table, List<String> columns) {
        return ValueText.name(table)
                + (columns.size() == 1 ? "." + ValueText.name(columns.get(0)) : ValueText.names(columns));
    }

    private void origin(OriginFacts origin) {
        line("while", origin.description());
        origin.causes().forEach(cause -> line("because", cause));
    }

    private void statement(StatementFacts statement) {
        line("sql", statement.sql());
        if (!statement.parameters().isEmpty()) {
            line("parameters", ValueText.row(statement.parameters()));
        }
        if (statement.batchSize() > 1) {
            line("batch", row(statement) + " of " + statement.batchSize());
        }
    }

    private static String row(StatementFacts statement) {
        if (statement.rowIndex() != null) {
            return "row " + (statement.rowIndex() + 1);
        }
        List<String> rows = new ArrayList<>();
        statement.candidates().forEach(row -> rows.add(String.valueOf(row + 1)));
        return rows.isEmpty() ? "one row" : "one of the rows " + String.join(", ", rows);
    }

    private static @Nullable String transaction(ErrorFacts facts) {
        return switch (facts.transactionState()) {
            case NONE -> null;
            case ACTIVE ->
                facts.statement().sql() == null
                        ? "ACTIVE: nothing is lost yet"
                        : "ACTIVE: this statement is undone, what was done before it stands";
            case FAILED -> "FAILED: roll back, then go on";
            case ROLLED_BACK -> "ROLLED_BACK by the database: all its work is lost, begin again";
            case CLOSED -> "CLOSED: the connection is gone, open another";
        };
    }

    private void line(String label, @Nullable String content) {
        if (content != null) {
            text.append("\n  ")
                    .append(label)
                    .append(" ".repeat(12 - label.length()))
                    .append(label.equals("sql") ? indented(content) : ValueText.oneLine(content));
        }
    }

    // SQL may have several lines; none of them begins where a label would.
    private static String indented(String sql) {
        return sql.lines().map(ValueText::oneLine).collect(Collectors.joining("\n" + " ".repeat(14)));
    }

    private static String firstLine(String words) {
        int end = words.indexOf('\n');
        return end < 0 ? words : words.substring(0, end);
    }
}
