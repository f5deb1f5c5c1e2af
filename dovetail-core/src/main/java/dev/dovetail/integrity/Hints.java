package dev.dovetail.integrity;

import dev.dovetail.ConstraintFacts;
import dev.dovetail.ErrorFacts;
import dev.dovetail.Fact;
import dev.dovetail.FactSource;
import dev.dovetail.ForeignKeyFacts;
import dev.dovetail.ForeignKeySide;
import dev.dovetail.OriginFacts;
import dev.dovetail.ReferencingRows;
import dev.dovetail.ValueText;
import dev.dovetail.compile.ErrorKind;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to do about an error, in the words of whoever sent the statement: attributes and entities where it came from a
 * mapping, columns and rows otherwise.
 */
final class Hints {

    private final FailureContext context;
    private final ErrorFacts facts;

    Hints(FailureContext context, ErrorFacts facts) {
        this.context = context;
        this.facts = facts;
    }

    @Nullable
    String of(ErrorKind kind) {
        ConstraintFacts constraint = facts.constraint();
        if (constraint.source(Fact.CONSTRAINT) == FactSource.PARAMETERS) {
            // It was to be added, and the rows that break it were there before.
            return "change or delete " + (constraint.breaking() == null ? "the rows that break it" : "these rows")
                    + ", then add the constraint again";
        }
        return switch (kind) {
            case UNIQUE -> unique(constraint);
            case FOREIGN_KEY -> foreignKey(constraint);
            case NOT_NULL -> notNull(constraint);
            case CHECK -> check(constraint);
            case DATA ->
                constraint.columns().isEmpty()
                        ? "see that each value fits the type of its column"
                        : "choose " + attributes(constraint) + " so that it fits, or change the type of the column";
            case DEADLOCK, SERIALIZATION -> "repeat the whole transaction from its beginning";
            case LOCK_TIMEOUT -> "another connection is writing: let it end, wait longer, or repeat the transaction";
            case QUERY_TIMEOUT -> "give the statement more time, or let it meet fewer rows";
            case QUERY_CANCELLED -> "repeat it if it is still wanted: somebody cancelled it";
            case DISCONNECT -> "see that the database runs and can be reached, then repeat the whole transaction";
            case READ_ONLY -> "write in a transaction, on a server and in a file that may be written";
            case RESOURCE -> "let the database have more of it, then repeat the transaction";
            case PROGRAMMING ->
                "look for a misspelt word or name, a table that was not created, or a right that is missing";
            case SCHEMA_MISMATCH ->
                "let the foreign key lead to a primary key or to unique columns, and create it anew";
            default -> null;
        };
    }

    /** What to do about a commit that was refused. */
    static @Nullable String atCommit(ErrorKind kind, ConstraintFacts constraint, boolean open) {
        String again = open ? ", and commit again" : ", and repeat the transaction";
        ForeignKeyFacts foreignKey = constraint.foreignKey();
        boolean referenced = foreignKey != null && foreignKey.side() == ForeignKeySide.STILL_REFERENCED;
        return switch (kind) {
            case FOREIGN_KEY ->
                (referenced
                                ? "delete the rows that refer to it, or let them refer to another row"
                                : "insert the row that is missing, or take the reference back")
                        + again;
            case UNIQUE -> "choose another value" + again;
            case DEADLOCK, SERIALIZATION -> "repeat the whole transaction from its beginning";
            default -> null;
        };
    }

    private @Nullable String unique(ConstraintFacts constraint) {
        if (constraint.columns().isEmpty()) {
            return constraint.name() == null
                    ? null
                    : "look at what " + ValueText.name(constraint.name()) + " is made of, and choose other values";
        }
        String another = "choose another " + attributes(constraint);
        if (constraint.existingRow().isEmpty()) {
            return another;
        }
        return another + ", or change the " + row(constraint.table()) + " that has it";
    }

    private @Nullable String foreignKey(ConstraintFacts constraint) {
        ForeignKeyFacts foreignKey = constraint.foreignKey();
        if (foreignKey == null || foreignKey.side() == null || foreignKey.referencedTable() == null) {
            return null;
        }
        return foreignKey.side() == ForeignKeySide.MISSING_PARENT
                ? missingParent(constraint, foreignKey.referencedTable())
                : stillReferenced(constraint, foreignKey);
    }

    private String missingParent(ConstraintFacts constraint, String referencedTable) {
        String entity = context.failed().origin().entityName(referencedTable);
        String first = entity == null
                ? "insert the row into " + ValueText.name(referencedTable) + " first"
                : "add the " + entity + " to the session first";
        return first + ", or set " + attributes(constraint) + " to the " + key() + " of an existing row";
    }

    private String key() {
        ForeignKeyFacts foreignKey = facts.constraint().foreignKey();
        List<String> columns = foreignKey == null ? List.of() : foreignKey.referencedColumns();
        return columns.isEmpty() ? "key" : String.join(" and ", columns);
    }

    private String stillReferenced(ConstraintFacts constraint, ForeignKeyFacts foreignKey) {
        StatementOrigin origin = context.failed().origin();
        Set<String> children = new LinkedHashSet<>();
        Set<String> constraints = new LinkedHashSet<>();
        for (ReferencingRows rows : foreignKey.referencing()) {
            children.add(rows(rows.table()));
            if (rows.constraint() != null) {
                constraints.add(rows.constraint());
            }
        }
        if (children.isEmpty() && constraint.table() != null) {
            children.add(rows(constraint.table()));
            if (constraint.name() != null) {
                constraints.add(constraint.name());
            }
        }
        String who = children.isEmpty() ? "referring rows" : String.join(" and ", children);
        String which =
                constraints.isEmpty() ? "the foreign key" : "the foreign key " + String.join(" and ", constraints);
        if (context.failed().isUpdate()) {
            return "let the " + who + " refer to another row first, or declare ON UPDATE CASCADE on " + which;
        }
        String parent = origin.entityName(String.valueOf(foreignKey.referencedTable()));
        String child = constraint.table() == null ? null : origin.entityName(constraint.table());
        String second = parent == null || child == null
                ? "; or, in a mapping, give the relationship cascade DELETE"
                : "; or give the relationship from " + parent + " to " + child + " cascade DELETE";
        return "delete the " + who + " first, or let them refer to another row" + second
                + "; or declare ON DELETE CASCADE or SET NULL on " + which;
    }

    private @Nullable String notNull(ConstraintFacts constraint) {
        if (constraint.columns().size() != 1) {
            return null;
        }
        String column = constraint.columns().get(0);
        Table written = context.failed().table();
        Table table = context.model().table(constraint.table());
        ForeignKey foreignKey = table == null ? null : foreignKey(table, column);
        if (written != null && !written.name().equalsIgnoreCase(constraint.table())) {
            return foreignKey != null && foreignKey.onDelete() == ReferentialAction.SET_NULL
                    ? "the foreign key " + foreignKey.name() + " says ON DELETE SET NULL, but " + column
                            + " is NOT NULL: change one of them"
                    : null;
        }
        if (context.failed().isUpdate() && foreignKey != null) {
            return "a " + row(constraint.table()) + " cannot be without its " + row(foreignKey.referencedTable())
                    + ": delete it as well (cascade DELETE and DELETE_ORPHAN of the relationship, or ON DELETE CASCADE"
                    + " of the foreign key), or give it another";
        }
        return "give " + attributes(constraint) + " a value";
    }

    private static @Nullable ForeignKey foreignKey(Table table, String column) {
        return table.foreignKeys().stream()
                .filter(key -> ForeignKeyText.names(key.columns()).contains(column))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String check(ConstraintFacts constraint) {
        if (constraint.definition() == null) {
            return null;
        }
        return (constraint.columns().isEmpty() ? "choose values" : "choose " + attributes(constraint)) + " so that "
                + constraint.definition() + " holds";
    }

    /** The attributes of the constraint's columns, or the columns where there are none. */
    private String attributes(ConstraintFacts constraint) {
        OriginFacts origin = facts.origin();
        return String.join(
                " and ",
                constraint.columns().stream()
                        .map(column -> origin.attributes().getOrDefault(column, column))
                        .toList());
    }

    private String row(@Nullable String table) {
        String entity = table == null ? null : context.failed().origin().entityName(table);
        return entity == null ? "row of " + ValueText.name(String.valueOf(table)) : entity;
    }

    private String rows(String table) {
        String entity = context.failed().origin().entityName(table);
        return entity == null ? "rows of " + ValueText.name(table) : entity + " rows";
    }
}
