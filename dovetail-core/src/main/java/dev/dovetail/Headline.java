package dev.dovetail;

import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a violation's message. It has to be enough by itself, for a line in a log: what refused, where, and
 * with which key. Each says as much as is known and no more.
 */
final class Headline {

    private Headline() {}

    static String unique(ErrorFacts facts) {
        ConstraintFacts constraint = facts.constraint();
        String place = assignment(constraint, "a unique key");
        if (constraint.breaking() != null) {
            return place + ": " + rows(constraint.breaking()) + " have it already";
        }
        if (constraint.columns().isEmpty() && constraint.name() != null && !constraint.primaryKey()) {
            return place + ": another row has the same by " + name(constraint.name());
        }
        if (!constraint.existingRow().isEmpty()) {
            if (constraint.primaryKey()) {
                return place + ": a row with this primary key exists already";
            }
            return place + ": already taken by " + name(constraint.table()) + " "
                    + ValueText.key(constraint.existingRow().values());
        }
        return place + (constraint.primaryKey() ? ": this primary key is taken already" : ": already taken");
    }

    static String notNull(ErrorFacts facts) {
        ReferencingRows breaking = facts.constraint().breaking();
        return place(facts.constraint(), "a column") + " must not be null"
                + (breaking == null ? "" : ", and it is in " + rows(breaking));
    }

    static String check(ErrorFacts facts) {
        ConstraintFacts constraint = facts.constraint();
        String definition = constraint.definition();
        if (definition != null && definition.startsWith(ConstraintFacts.TRIGGER)) {
            String table = facts.statement().table();
            return (table == null ? "a trigger" : "writing " + name(table) + ": a trigger") + " refused: "
                    + definition.substring(ConstraintFacts.TRIGGER.length());
        }
        // The row that breaks it need not be one of the table that the statement writes.
        String row = constraint.table() == null ? "a row" : "a row of " + name(constraint.table());
        String place = constraint.columns().isEmpty() ? row : assignment(constraint, row) + ":";
        String broken = constraint.name() == null ? "a CHECK constraint" : "the check " + name(constraint.name());
        return place + " breaks " + broken + (constraint.definition() == null ? "" : ", " + constraint.definition());
    }

    static String data(ErrorFacts facts) {
        ConstraintFacts constraint = facts.constraint();
        return constraint.columns().isEmpty()
                ? "a value does not fit its type"
                : assignment(constraint, "a column") + " does not fit its type";
    }

    static String exclusion(ErrorFacts facts) {
        return assignment(facts.constraint(), statementTable(facts, "the row")) + ": conflicts with another row";
    }

    static String foreignKey(ErrorFacts facts) {
        ConstraintFacts constraint = facts.constraint();
        ForeignKeyFacts foreignKey = constraint.foreignKey();
        if (foreignKey == null || foreignKey.side() == null) {
            String table = constraint.table() == null ? facts.statement().table() : constraint.table();
            return table == null ? "a foreign key is broken" : "writing " + name(table) + " breaks a foreign key";
        }
        return foreignKey.side() == ForeignKeySide.MISSING_PARENT
                ? missingParent(constraint, foreignKey)
                : stillReferenced(facts, constraint, foreignKey);
    }

    private static String missingParent(ConstraintFacts constraint, ForeignKeyFacts foreignKey) {
        String target = foreignKey.referencedTable() == null ? "referenced row" : name(foreignKey.referencedTable());
        String place = assignment(constraint, "a foreign key");
        if (constraint.values().isEmpty() || foreignKey.referencedColumns().isEmpty()) {
            return place + ": the " + target + " referred to does not exist";
        }
        return place + ": no " + target + " has " + columns(foreignKey.referencedColumns()) + " = "
                + ValueText.key(constraint.values().values());
    }

    private static String stillReferenced(ErrorFacts facts, ConstraintFacts constraint, ForeignKeyFacts foreignKey) {
        String table = foreignKey.referencedTable() == null
                ? statementTable(facts, "the row")
                : name(foreignKey.referencedTable());
        String row = constraint.values().isEmpty()
                ? "a row of " + table
                : table + " " + ValueText.key(constraint.values().values());
        if (foreignKey.referencing().isEmpty()) {
            return row + " is still referenced" + (constraint.table() == null ? "" : " by " + name(constraint.table()));
        }
        StringJoiner by = new StringJoiner(" and ");
        foreignKey.referencing().forEach(rows -> by.add(rows(rows)));
        return row + " is still referenced by " + by;
    }

    static String rows(ReferencingRows rows) {
        String count = (rows.more() ? "more than " : "") + rows.count();
        return count + (rows.count() == 1 && !rows.more() ? " row" : " rows") + " of " + name(rows.table());
    }

    /** {@code table.column = value}, or as much of it as is known. */
    private static String assignment(ConstraintFacts constraint, String otherwise) {
        String place = place(constraint, otherwise);
        Collection<@Nullable Object> values = constraint.values().values();
        String given = constraint.given().isEmpty()
                ? ""
                : " (given as " + ValueText.key(constraint.given().values()) + ")";
        return values.isEmpty() ? place : place + " = " + ValueText.key(values) + given;
    }

    private static String place(ConstraintFacts constraint, String otherwise) {
        if (constraint.table() == null) {
            return constraint.columns().isEmpty() ? otherwise : columns(constraint.columns());
        }
        return constraint.columns().isEmpty()
                ? name(constraint.table())
                : MessageLayout.place(constraint.table(), constraint.columns());
    }

    private static String columns(List<String> columns) {
        return columns.size() == 1 ? name(columns.get(0)) : ValueText.names(columns);
    }

    private static String statementTable(ErrorFacts facts, String otherwise) {
        return facts.statement().table() == null
                ? otherwise
                : name(facts.statement().table());
    }

    private static String name(@Nullable String name) {
        return name == null ? "?" : ValueText.name(name);
    }
}
