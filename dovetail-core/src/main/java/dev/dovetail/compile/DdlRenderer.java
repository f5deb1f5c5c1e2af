package dev.dovetail.compile;

import dev.dovetail.UsageException;
import dev.dovetail.schema.CheckConstraint;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Constraint;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.Index;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Makes the statements that create and drop tables, for one dialect, with or without a connection. Thread-safe. */
public final class DdlRenderer {
    private final Dialect dialect;
    private final boolean conditional;

    private DdlRenderer(Dialect dialect, boolean conditional) {
        this.dialect = dialect;
        this.conditional = conditional;
    }

    /**
     * Makes a renderer whose statements fail where the table is there already, or is not.
     *
     * @param dialect the dialect
     */
    public DdlRenderer(Dialect dialect) {
        this(dialect, false);
    }

    /**
     * The same with statements that do nothing where there is nothing to do. A foreign key that is added by ALTER is
     * added in any case.
     *
     * @return the new renderer
     * @throws dev.dovetail.UsageException when it is used, if the database has no such statements
     */
    public DdlRenderer conditional() {
        return new DdlRenderer(dialect, true);
    }

    /**
     * Creates all tables and their indexes, referenced tables first. Foreign keys between tables that refer to each
     * other in a cycle are added at the end, where the database can add them; elsewhere they stand in the table.
     *
     * @param metaData the tables
     * @return the statements, in order
     */
    public List<String> create(MetaData metaData) {
        List<ForeignKey> late = addedLater(metaData);
        List<String> statements = new ArrayList<>();
        for (Table table : metaData.sortedTables()) {
            statements.add(createTable(table, late, metaData::referencedColumns));
            table.indexes().forEach(index -> statements.add(createIndex(index)));
        }
        for (ForeignKey foreignKey : late) {
            SqlWriter writer = new SqlWriter(dialect);
            writer.text("ALTER TABLE ").table(foreignKey.table()).text(" ADD ");
            foreignKey(writer, foreignKey, metaData.referencedColumns(foreignKey));
            statements.add(writer.sql());
        }
        return List.copyOf(statements);
    }

    /**
     * Drops all tables, referencing tables first.
     *
     * @param metaData the tables
     * @return the statements, in order
     */
    public List<String> drop(MetaData metaData) {
        List<String> statements = new ArrayList<>();
        for (ForeignKey foreignKey : addedLater(metaData)) {
            SqlWriter writer = new SqlWriter(dialect);
            writer.text("ALTER TABLE ").table(foreignKey.table());
            statements.add(
                    writer.text(" DROP CONSTRAINT ").name(foreignKey.name()).sql());
        }
        List<Table> tables = new ArrayList<>(metaData.sortedTables());
        Collections.reverse(tables);
        tables.forEach(table -> statements.add(dropTable(table)));
        return List.copyOf(statements);
    }

    private List<ForeignKey> addedLater(MetaData metaData) {
        List<ForeignKey> late = new ArrayList<>();
        if (!dialect.has(Capability.ALTER_ADD_CONSTRAINT)) {
            return late;
        }
        for (List<Table> cycle : metaData.cycles()) {
            for (Table table : cycle) {
                for (ForeignKey foreignKey : table.foreignKeys()) {
                    Table target = metaData.referenced(foreignKey);
                    if (target != table && cycle.contains(target)) {
                        late.add(foreignKey);
                    }
                }
            }
        }
        return late;
    }

    private String createTable(
            Table table, List<ForeignKey> without, Function<ForeignKey, List<Column<?>>> referencedColumns) {
        SqlWriter writer = new SqlWriter(dialect);
        writer.text("CREATE TABLE ")
                .text(condition("IF NOT EXISTS ", writer))
                .table(table)
                .text(" (");
        writer.list(table.columns(), ", ", column -> column(writer, column));
        if (!table.primaryKey().isEmpty()) {
            named(writer.text(", "), table.primaryKey())
                    .text("PRIMARY KEY ")
                    .columns(table.primaryKey().columns());
        }
        for (UniqueConstraint unique : table.uniques()) {
            named(writer.text(", "), unique).text("UNIQUE ").columns(unique.columns());
        }
        for (CheckConstraint check : table.checks()) {
            named(writer.text(", "), check).text("CHECK (").text(check.sql()).text(")");
        }
        for (ForeignKey foreignKey : table.foreignKeys()) {
            if (!without.contains(foreignKey)) {
                foreignKey(writer.text(", "), foreignKey, referencedColumns.apply(foreignKey));
            }
        }
        return writer.text(")").text(dialect.tableOptions()).sql();
    }

    private void column(SqlWriter writer, Column<?> column) {
        writer.name(column.name()).text(" ").text(dialect.columnType(column));
        if (column.defaultSql() != null) {
            writer.text(" DEFAULT ").text(column.defaultSql());
        }
        writer.text(column.nullable() ? "" : " NOT NULL");
    }

    private static SqlWriter named(SqlWriter writer, Constraint constraint) {
        return writer.text("CONSTRAINT ").name(constraint.name()).text(" ");
    }

    private void foreignKey(SqlWriter writer, ForeignKey foreignKey, List<Column<?>> referencedColumns) {
        named(writer, foreignKey)
                .text("FOREIGN KEY ")
                .columns(foreignKey.columns())
                .text(" REFERENCES ");
        if (foreignKey.referencedSchema() != null && dialect.schemasAreFiles()) {
            if (!foreignKey
                    .referencedSchema()
                    .equalsIgnoreCase(foreignKey.table().schema())) {
                throw new UsageException(
                        "DVT-SQL-UNSUPPORTED",
                        dialect.name() + " has no foreign key from one schema to another: " + foreignKey);
            }
        } else if (foreignKey.referencedSchema() != null) {
            writer.name(foreignKey.referencedSchema()).text(".");
        }
        writer.name(foreignKey.referencedTable()).text(" ").columns(referencedColumns);
        action(writer, " ON DELETE ", foreignKey.onDelete());
        action(writer, " ON UPDATE ", foreignKey.onUpdate());
        if (foreignKey.deferrable()) {
            writer.require(Capability.DEFERRABLE_FOREIGN_KEYS, "DEFERRABLE foreign key");
            writer.text(foreignKey.initiallyDeferred() ? " DEFERRABLE INITIALLY DEFERRED" : " DEFERRABLE");
        }
    }

    private static void action(SqlWriter writer, String event, ReferentialAction action) {
        if (action != ReferentialAction.NO_ACTION) {
            writer.text(event).text(action.sql());
        }
    }

    private String createIndex(Index index) {
        SqlWriter writer = new SqlWriter(dialect);
        writer.text(index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ");
        writer.text(condition("IF NOT EXISTS ", writer));
        String schema = index.table().schema();
        if (schema != null && dialect.schemasAreFiles()) {
            writer.name(schema)
                    .text(".")
                    .name(index.name())
                    .text(" ON ")
                    .name(index.table().name());
        } else {
            writer.name(index.name()).text(" ON ").table(index.table());
        }
        return writer.text(" ").columns(index.columns()).sql();
    }

    private String dropTable(Table table) {
        SqlWriter writer = new SqlWriter(dialect);
        return writer.text("DROP TABLE ")
                .text(condition("IF EXISTS ", writer))
                .table(table)
                .sql();
    }

    private String condition(String words, SqlWriter writer) {
        if (conditional) {
            writer.require(Capability.IF_EXISTS, words.strip());
        }
        return conditional ? words : "";
    }
}
