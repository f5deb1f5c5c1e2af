package dev.dovetail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The layout of every database error's text: the headline, then one labelled line for each thing that is known. */
final class MessageLayout {

    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private final StringBuilder text;

    private MessageLayout(String headline) {
        text = new StringBuilder(headline);
    }

    /** The text of an error about which the driver's own words say more than Dovetail can. */
    static String other(String headline, ErrorFacts facts) {
        return message(facts.detail() == null ? headline : headline + ": " + firstLine(facts.detail()), facts);
    }

    static String message(String headline, ErrorFacts facts) {
        MessageLayout layout = new MessageLayout(headline);
        layout.constraint(facts.constraint());
        layout.line("while", facts.origin().description());
        facts.origin().causes().forEach(cause -> layout.line("because", cause));
        layout.statement(facts.statement());
        layout.line("transaction", transaction(facts.transactionState()));
        layout.line("hint", facts.hint());
        return layout.text.toString();
    }

    private void constraint(ConstraintFacts constraint) {
        if (constraint.name() != null && constraint.definition() != null) {
            line("constraint", name(constraint.name()) + ": " + constraint.definition());
        } else {
            line("constraint", constraint.name() == null ? constraint.definition() : name(constraint.name()));
        }
        if (!constraint.existingRow().isEmpty()) {
            line(
                    "existing",
                    name(constraint.table()) + " "
                            + list(List.copyOf(constraint.existingRow().keySet())) + " = "
                            + ValueText.row(constraint.existingRow().values()));
        }
        if (constraint.foreignKey() != null) {
            constraint.foreignKey().referencing().forEach(rows -> line("referenced", referencing(rows)));
        }
    }

    private static String referencing(ReferencingRows rows) {
        String place = rows.columns().size() == 1 ? "." + name(rows.columns().get(0)) : list(rows.columns());
        boolean partial = rows.more() || rows.count() > rows.sampleKeys().size();
        return "by " + name(rows.table()) + place + ": " + name(rows.table()) + " " + ValueText.keys(rows.sampleKeys())
                + (partial ? ", \u2026" : "");
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

    private static @Nullable String transaction(TransactionState state) {
        return switch (state) {
            case NONE -> null;
            case ACTIVE -> "ACTIVE: this statement is undone, what was done before it stands";
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
                    .append(content);
        }
    }

    /** A name as the model has it, in quotes only where it would be misread without. */
    static String name(@Nullable String name) {
        if (name == null) {
            return "?";
        }
        return PLAIN_NAME.matcher(name).matches() ? name : '"' + name + '"';
    }

    /** Names in parentheses. */
    static String list(List<String> names) {
        return "(" + String.join(", ", names.stream().map(MessageLayout::name).toList()) + ")";
    }

    private static String firstLine(String words) {
        int end = words.indexOf('\n');
        return end < 0 ? words : words.substring(0, end);
    }
}
