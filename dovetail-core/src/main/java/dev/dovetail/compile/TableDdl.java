package dev.dovetail.compile;

import dev.dovetail.UsageException;
import dev.dovetail.schema.CheckConstraint;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ColumnValue;
import dev.dovetail.schema.Constraint;
import dev.dovetail.schema.Deferral;
import dev.dovetail.schema.ExclusionConstraint;
import dev.dovetail.schema.ExclusionElement;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.MatchType;
import dev.dovetail.schema.PrimaryKey;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.UniqueConstraint;
import java.util.List;
import java.util.stream.Stream;

/** Writes columns and constraints as they stand in CREATE TABLE and in ALTER TABLE … ADD. */
final class TableDdl {
    private final Dialect dialect;
    private final SqlWriter writer;

    TableDdl(Dialect dialect, SqlWriter writer) {
        this.dialect = dialect;
        this.writer = writer;
    }

    void column(Column<?> column) {
        writer.name(column.name()).text(" ").text(dialect.columnType(column));
        if (column.collation() != null) {
            writer.require(Capability.COLUMN_COLLATION, "COLLATE of column " + column);
            writer.text(" COLLATE ").name(column.collation());
        }
        ColumnValue value = column.value();
        if (value instanceof ColumnValue.Identity identity) {
            identity(column, identity);
        } else if (value instanceof ColumnValue.Computed computed) {
            computed(column, computed);
        } else if (madeByDefault(column)) {
            writer.text(" DEFAULT ");
            defaultOf(column);
        }
        writer.text(column.nullable() ? "" : " NOT NULL");
        if (column.comment() != null && commentsInline(dialect)) {
            writer.text(" COMMENT ").text(dialect.textLiteral(column.comment()));
        }
        if (column.options().containsKey(dialect.name())) {
            writer.text(" ").text(column.options().get(dialect.name()));
        }
    }

    static boolean commentsInline(Dialect dialect) {
        return dialect.has(Capability.COMMENTS) && dialect.commentForm() == CommentForm.INLINE;
    }

    static boolean madeByDefault(Column<?> column) {
        return column.madeByDatabase() && !column.generated() && !column.computed();
    }

    void defaultOf(Column<?> column) {
        ColumnValue value = column.value();
        if (value instanceof ColumnValue.DefaultSql expression) {
            writer.text(dialect.defaultSql(column.type().storage(), expression.sql()));
        } else if (value instanceof ColumnValue.DefaultConstant constant) {
            String literal = Literals.literal(dialect, column.type(), constant.value());
            boolean wrapped = dialect.defaultInParentheses(column.type().storage());
            writer.text(wrapped ? "(" + literal + ")" : literal);
        } else if (value instanceof ColumnValue.DefaultNext next) {
            writer.text("(").nextValue(next.sequence()).text(")");
        }
    }

    private void identity(Column<?> column, ColumnValue.Identity identity) {
        if (identity.always()) {
            writer.require(Capability.IDENTITY_ALWAYS, "GENERATED ALWAYS for column " + column);
        }
        boolean onlyStart = identity.options().equals(SequenceDdl.startOf(identity.options()));
        switch (dialect.identityForm()) {
            case STANDARD -> {
                writer.text(" GENERATED ")
                        .text(identity.always() ? "ALWAYS" : "BY DEFAULT")
                        .text(" AS IDENTITY");
                String options = SequenceDdl.options(identity.options());
                writer.text(options.isEmpty() ? "" : " (" + options + ")");
            }
            case AUTO_INCREMENT -> {
                if (!onlyStart) {
                    writer.require(Capability.IDENTITY_OPTIONS, "identity with options, for column " + column);
                }
                checkAutoIncrement(column);
                writer.text(" AUTO_INCREMENT");
            }
            case ROW_NUMBER -> {
                if (!onlyStart) {
                    writer.require(Capability.IDENTITY_OPTIONS, "identity with options, for column " + column);
                } else if (identity.options().start().isPresent()) {
                    writer.require(Capability.IDENTITY_START, "identity with a first value, for column " + column);
                }
                if (!column.table().primaryKey().columns().equals(List.of(column))) {
                    writer.require(
                            Capability.IDENTITY_BESIDE_KEY,
                            "identity for column " + column + ", which is not the whole primary key");
                }
            }
        }
    }

    /** https://dev.mysql.com/doc/refman/9.7/en/create-table.html: one for each table, the first column of an index. */
    private void checkAutoIncrement(Column<?> column) {
        Table table = column.table();
        if (table.columns().stream().filter(Column::generated).count() > 1) {
            throw unsupported("counts one column of a table; " + table + " has several that are generated");
        }
        Stream<List<Column<?>>> keys = Stream.of(
                        Stream.of(table.primaryKey().columns()),
                        table.uniques().stream().map(UniqueConstraint::columns))
                .flatMap(stream -> stream);
        if (keys.noneMatch(key -> !key.isEmpty() && key.get(0) == column)) {
            throw unsupported(
                    "counts only a column that a key begins with; add a unique constraint that begins with " + column);
        }
    }

    private UsageException unsupported(String what) {
        return new UsageException("DVT-SQL-UNSUPPORTED", dialect.name() + " " + what);
    }

    private void computed(Column<?> column, ColumnValue.Computed computed) {
        boolean stored = computed.storage() == ColumnValue.Storage.STORED;
        writer.require(
                stored ? Capability.STORED_COLUMNS : Capability.VIRTUAL_COLUMNS,
                computed.storage() + " column " + column);
        if (!column.nullable()) {
            writer.require(Capability.COMPUTED_NOT_NULL, "NOT NULL for the computed column " + column);
        }
        String word = dialect.computedStorage(computed.storage());
        writer.text(" GENERATED ALWAYS AS (").text(computed.sql()).text(word.isEmpty() ? ")" : ") " + word);
    }

    void primaryKey(PrimaryKey key) {
        named(key).text("PRIMARY KEY ").columns(key.columns());
        deferral(key.deferral(), Capability.DEFERRABLE_KEYS, "DEFERRABLE primary key");
    }

    void unique(UniqueConstraint unique) {
        named(unique).text("UNIQUE ");
        if (unique.nullsNotDistinct()) {
            writer.require(Capability.NULLS_NOT_DISTINCT, "NULLS NOT DISTINCT of " + unique.name());
            writer.text("NULLS NOT DISTINCT ");
        }
        writer.columns(unique.columns());
        deferral(unique.deferral(), Capability.DEFERRABLE_KEYS, "DEFERRABLE unique constraint");
    }

    void check(CheckConstraint check) {
        named(check).text("CHECK (").text(check.sql()).text(")");
    }

    void exclusion(ExclusionConstraint exclusion) {
        writer.require(Capability.EXCLUSION_CONSTRAINTS, "exclusion constraint");
        named(exclusion).text("EXCLUDE USING ").name(exclusion.method()).text(" (");
        writer.list(exclusion.elements(), ", ", this::element).text(")");
        if (exclusion.where() != null) {
            writer.text(" WHERE (").text(exclusion.where()).text(")");
        }
        deferral(exclusion.deferral(), Capability.EXCLUSION_CONSTRAINTS, "DEFERRABLE exclusion constraint");
    }

    private void element(ExclusionElement element) {
        new IndexDdl(dialect, writer).part(element.part(), false);
        writer.text(" WITH ").text(element.operator());
    }

    void foreignKey(ForeignKey foreignKey, List<Column<?>> referencedColumns) {
        named(foreignKey).text("FOREIGN KEY ").columns(foreignKey.columns()).text(" REFERENCES ");
        if (foreignKey.referencedSchema() != null && dialect.schemasAreFiles()) {
            if (!foreignKey
                    .referencedSchema()
                    .equalsIgnoreCase(foreignKey.table().schema())) {
                throw unsupported("has no foreign key from one schema to another: " + foreignKey);
            }
        } else if (foreignKey.referencedSchema() != null) {
            writer.name(foreignKey.referencedSchema()).text(".");
        }
        writer.name(foreignKey.referencedTable()).text(" ").columns(referencedColumns);
        if (foreignKey.match() == MatchType.FULL) {
            writer.require(Capability.MATCH_FULL, "MATCH FULL of " + foreignKey.name());
            writer.text(" MATCH FULL");
        }
        action(" ON DELETE ", foreignKey.onDelete());
        action(" ON UPDATE ", foreignKey.onUpdate());
        deferral(foreignKey.deferral(), Capability.DEFERRABLE_FOREIGN_KEYS, "DEFERRABLE foreign key");
    }

    private void action(String event, ReferentialAction action) {
        if (action == ReferentialAction.SET_DEFAULT) {
            writer.require(Capability.SET_DEFAULT_ACTION, event.strip() + " SET DEFAULT");
        }
        if (action != ReferentialAction.NO_ACTION) {
            writer.text(event).text(action.sql());
        }
    }

    private void deferral(Deferral deferral, Capability capability, String construct) {
        if (deferral != Deferral.NOT_DEFERRABLE) {
            writer.require(capability, construct);
            writer.text(" ").text(deferral.sql());
        }
    }

    /** Any constraint but a foreign key, whose target is known to MetaData alone. */
    void constraint(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            primaryKey(key);
        } else if (constraint instanceof UniqueConstraint unique) {
            unique(unique);
        } else if (constraint instanceof CheckConstraint check) {
            check(check);
        } else if (constraint instanceof ExclusionConstraint exclusion) {
            exclusion(exclusion);
        }
    }

    private SqlWriter named(Constraint constraint) {
        return writer.text("CONSTRAINT ").name(constraint.name()).text(" ");
    }
}
