package dev.dovetail.compile;

import dev.dovetail.UsageException;
import dev.dovetail.schema.CheckConstraint;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ColumnValue;
import dev.dovetail.schema.Constraint;
import dev.dovetail.schema.EnumType;
import dev.dovetail.schema.ExclusionConstraint;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.Index;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.PrimaryKey;
import dev.dovetail.schema.Sequence;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.UniqueConstraint;
import dev.dovetail.schema.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the statements that create, change and drop tables and what belongs to them, for one dialect, with or without a
 * connection. Thread-safe. What the database cannot do is refused with {@code DVT-SQL-UNSUPPORTED}.
 */
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
     * @param dialect the dialect; {@link Dialect#named} gives one without a connection
     */
    public DdlRenderer(Dialect dialect) {
        this(dialect, false);
    }

    /**
     * The same with statements that do nothing where there is nothing to do. Where the database has no such words, for
     * foreign keys that are added by ALTER, for enums, and on some for views and indexes, the statement is without them.
     *
     * @return the new renderer
     * @throws UsageException when it is used, if the database has no such statements
     */
    public DdlRenderer conditional() {
        return new DdlRenderer(dialect, true);
    }

    // All of a MetaData

    /**
     * Creates all schemas, enums, sequences, tables with their indexes and comments, referenced tables first, and views. Foreign
     * keys between tables that refer to each other in a cycle are added at the end, where the database can add them;
     * elsewhere they stand in the table.
     *
     * @param metaData the objects
     * @return the statements, in order
     */
    public List<String> create(MetaData metaData) {
        return texts(planCreate(metaData));
    }

    /**
     * Drops all views, tables, sequences and enums, referencing tables first. Schemas stay, since they may hold more.
     *
     * @param metaData the objects
     * @return the statements, in order
     */
    public List<String> drop(MetaData metaData) {
        return texts(planDrop(metaData));
    }

    /**
     * The statements of {@link #create} as a script.
     *
     * @param metaData the objects
     * @return the statements, each with a semicolon and a line break behind it
     */
    public String createScript(MetaData metaData) {
        return script(create(metaData));
    }

    /**
     * The statements of {@link #drop} as a script.
     *
     * @param metaData the objects
     * @return the statements, each with a semicolon and a line break behind it
     */
    public String dropScript(MetaData metaData) {
        return script(drop(metaData));
    }

    private static List<String> texts(List<DdlStatement> statements) {
        return statements.stream().map(DdlStatement::sql).toList();
    }

    private static String script(List<String> statements) {
        return statements.stream().map(sql -> sql + ";\n").collect(Collectors.joining());
    }

    /**
     * The statements of {@link #create}, each with what it creates.
     *
     * @param metaData the objects
     * @return the statements, in order
     */
    public List<DdlStatement> planCreate(MetaData metaData) {
        List<ForeignKey> late = addedLater(metaData);
        List<DdlStatement> plan = new ArrayList<>();
        if (!dialect.schemasAreFiles()) {
            metaData.schemas().forEach(schema -> plan.add(createSchema(schema)));
        }
        for (EnumType type : metaData.enumTypes()) {
            plan.add(statement(DdlObject.of(DdlObject.Kind.TYPE, type), createType(type)));
        }
        for (Sequence sequence : metaData.sequences()) {
            plan.add(statement(DdlObject.of(DdlObject.Kind.SEQUENCE, sequence), createSequence(sequence)));
        }
        for (Table table : metaData.sortedTables()) {
            create(table, late, metaData::referencedColumns, plan);
        }
        for (ForeignKey foreignKey : late) {
            plan.add(statement(
                    DdlObject.in(DdlObject.Kind.FOREIGN_KEY, foreignKey.table(), foreignKey.name()),
                    addConstraint(metaData, foreignKey)));
        }
        for (View view : metaData.views()) {
            plan.add(statement(DdlObject.of(DdlObject.Kind.VIEW, view), createView(view)));
        }
        return List.copyOf(plan);
    }

    /**
     * The statements of {@link #drop}, each with what it drops.
     *
     * @param metaData the objects
     * @return the statements, in order
     */
    public List<DdlStatement> planDrop(MetaData metaData) {
        List<DdlStatement> plan = new ArrayList<>();
        for (View view : reversed(metaData.views())) {
            plan.add(statement(
                    DdlObject.of(DdlObject.Kind.VIEW, view),
                    sql(writer ->
                            writer.text("DROP VIEW ").text(ifExists(writer)).qualified(view))));
        }
        for (ForeignKey foreignKey : addedLater(metaData)) {
            plan.add(statement(
                    DdlObject.in(DdlObject.Kind.FOREIGN_KEY, foreignKey.table(), foreignKey.name()),
                    dropConstraint(foreignKey)));
        }
        for (Table table : reversed(metaData.sortedTables())) {
            plan.add(new DdlStatement(DdlObject.of(DdlObject.Kind.TABLE, table), table.temporary(), dropTable(table)));
        }
        for (Sequence sequence : reversed(metaData.sequences())) {
            plan.add(statement(
                    DdlObject.of(DdlObject.Kind.SEQUENCE, sequence),
                    sql(writer ->
                            writer.text("DROP SEQUENCE ").text(ifExists(writer)).qualified(sequence))));
        }
        for (EnumType type : reversed(metaData.enumTypes())) {
            plan.add(statement(
                    DdlObject.of(DdlObject.Kind.TYPE, type),
                    sql(writer ->
                            writer.text("DROP TYPE ").text(ifExists(writer)).qualified(type))));
        }
        return List.copyOf(plan);
    }

    /**
     * The statements that create some of the tables, with their schemas and sequences.
     *
     * @param metaData the objects
     * @param chosen tables of it, in any order
     * @return the statements, in order
     */
    public List<DdlStatement> planCreate(MetaData metaData, Collection<Table> chosen) {
        Set<DdlObject> needed = objects(chosen);
        for (Table table : chosen) {
            if (table.schema() != null) {
                needed.add(new DdlObject(DdlObject.Kind.SCHEMA, null, null, table.schema()));
            }
            for (Column<?> column : table.columns()) {
                if (column.value() instanceof ColumnValue.DefaultNext next) {
                    needed.add(DdlObject.of(DdlObject.Kind.SEQUENCE, next.sequence()));
                }
            }
        }
        return planCreate(metaData).stream()
                .filter(statement -> needed.contains(statement.object()))
                .toList();
    }

    /**
     * The statements that drop some of the tables.
     *
     * @param metaData the objects
     * @param chosen tables of it, in any order
     * @return the statements, in order
     */
    public List<DdlStatement> planDrop(MetaData metaData, Collection<Table> chosen) {
        Set<DdlObject> meant = objects(chosen);
        return planDrop(metaData).stream()
                .filter(statement -> meant.contains(statement.object()))
                .toList();
    }

    private static Set<DdlObject> objects(Collection<Table> tables) {
        Set<DdlObject> objects = new HashSet<>();
        for (Table table : tables) {
            objects.add(DdlObject.of(DdlObject.Kind.TABLE, table));
            table.indexes().forEach(index -> objects.add(DdlObject.in(DdlObject.Kind.INDEX, table, index.name())));
            table.foreignKeys()
                    .forEach(key -> objects.add(DdlObject.in(DdlObject.Kind.FOREIGN_KEY, table, key.name())));
        }
        return objects;
    }

    private static <E> List<E> reversed(List<E> elements) {
        List<E> reversed = new ArrayList<>(elements);
        Collections.reverse(reversed);
        return reversed;
    }

    private static DdlStatement statement(DdlObject object, String sql) {
        return new DdlStatement(object, false, sql);
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

    private DdlStatement createSchema(String schema) {
        String sql = sql(writer -> {
            writer.require(Capability.SCHEMAS, "CREATE SCHEMA");
            writer.text("CREATE SCHEMA ").text(ifNotExists(writer)).name(schema);
        });
        return statement(new DdlObject(DdlObject.Kind.SCHEMA, null, null, schema), sql);
    }

    private String createType(EnumType type) {
        return sql(writer -> {
            writer.require(Capability.ENUM_TYPES, "enum " + type);
            writer.text("CREATE TYPE ").qualified(type).text(" AS ENUM (");
            writer.list(type.values(), ", ", value -> writer.text(dialect.textLiteral(value)))
                    .text(")");
        });
    }

    private String createSequence(Sequence sequence) {
        return sql(writer -> {
            writer.require(Capability.SEQUENCES, "sequence " + sequence);
            String options = SequenceDdl.options(sequence.options());
            writer.text("CREATE SEQUENCE ")
                    .text(ifNotExists(writer))
                    .qualified(sequence)
                    .text(options.isEmpty() ? "" : " " + options);
        });
    }

    private String createView(View view) {
        // Not every database has IF NOT EXISTS for views, but all let one be replaced, or look up what is there.
        return sql(writer -> {
            writer.text("CREATE VIEW ").text(dialect.objectCatalogue() == null ? ifNotExists(writer) : "");
            writer.qualified(view).text(" ").columns(view.table().columns());
            writer.text(" AS ").text(view.sql());
        });
    }

    // Tables

    private void create(
            Table table,
            List<ForeignKey> without,
            Function<ForeignKey, List<Column<?>>> referencedColumns,
            List<DdlStatement> plan) {
        DdlObject object = DdlObject.of(DdlObject.Kind.TABLE, table);
        plan.add(new DdlStatement(object, table.temporary(), createTable(table, without, referencedColumns)));
        for (Index index : table.indexes()) {
            plan.add(new DdlStatement(
                    DdlObject.in(DdlObject.Kind.INDEX, table, index.name()), table.temporary(), createIndex(index)));
        }
        for (String comment : comments(table)) {
            plan.add(new DdlStatement(object, table.temporary(), comment));
        }
    }

    private String createTable(
            Table table, List<ForeignKey> without, Function<ForeignKey, List<Column<?>>> referencedColumns) {
        return sql(writer -> {
            TableDdl ddl = new TableDdl(dialect, writer);
            writer.text("CREATE ").text(table.temporary() ? dialect.temporaryTable() + " " : "");
            writer.text("TABLE ").text(ifNotExists(writer)).table(table).text(" (");
            writer.list(table.columns(), ", ", ddl::column);
            if (!table.primaryKey().isEmpty()) {
                writer.text(", ");
                ddl.primaryKey(table.primaryKey());
            }
            for (UniqueConstraint unique : table.uniques()) {
                writer.text(", ");
                ddl.unique(unique);
            }
            for (CheckConstraint check : table.checks()) {
                writer.text(", ");
                ddl.check(check);
            }
            for (ExclusionConstraint exclusion : table.exclusions()) {
                writer.text(", ");
                ddl.exclusion(exclusion);
            }
            for (ForeignKey foreignKey : table.foreignKeys()) {
                if (!without.contains(foreignKey)) {
                    writer.text(", ");
                    ddl.foreignKey(foreignKey, referencedColumns.apply(foreignKey));
                }
            }
            writer.text(")").text(tableOptions(table));
        });
    }

    private String tableOptions(Table table) {
        String given = table.options().get(dialect.name());
        StringBuilder options = new StringBuilder(given == null ? dialect.tableOptions() : " " + given);
        if (dialect.identityForm() == IdentityForm.AUTO_INCREMENT) {
            for (Column<?> column : table.columns()) {
                if (column.value() instanceof ColumnValue.Identity identity) {
                    identity.options()
                            .start()
                            .ifPresent(start ->
                                    options.append(" AUTO_INCREMENT = ").append(start));
                }
            }
        }
        if (table.comment() != null && TableDdl.commentsInline(dialect)) {
            options.append(" COMMENT = ").append(dialect.textLiteral(table.comment()));
        }
        return options.toString();
    }

    private List<String> comments(Table table) {
        List<String> comments = new ArrayList<>();
        if (dialect.has(Capability.COMMENTS) && dialect.commentForm() == CommentForm.STATEMENT) {
            if (table.comment() != null) {
                comments.add(comment("TABLE ", table, null, table.comment()));
            }
            for (Column<?> column : table.columns()) {
                if (column.comment() != null) {
                    comments.add(comment("COLUMN ", table, column, column.comment()));
                }
            }
        }
        return comments;
    }

    private String comment(String kind, Table table, @Nullable Column<?> column, String comment) {
        return sql(writer -> {
            writer.text("COMMENT ON ").text(kind).table(table);
            if (column != null) {
                writer.text(".").name(column.name());
            }
            writer.text(" IS ").text(dialect.textLiteral(comment));
        });
    }

    /**
     * Drops a table.
     *
     * @param table the table
     * @return the statement
     */
    public String dropTable(Table table) {
        return sql(writer -> writer.text("DROP TABLE ").text(ifExists(writer)).table(table));
    }

    /**
     * Gives a table another name; its constraints and indexes keep theirs.
     *
     * @param table the table as it is
     * @param newName the new name, in the same schema
     * @return the statement
     */
    public String renameTable(Table table, String newName) {
        return alter(table, writer -> {
            writer.text("RENAME TO ");
            if (dialect.indexesBelongToTables() && table.schema() != null) {
                writer.name(table.schema()).text("."); // or it would move into the connection's own schema
            }
            writer.name(newName);
        });
    }

    // Columns

    /**
     * Adds a column, without its constraints.
     *
     * @param column the column as it shall be
     * @return the statements: one, and another for a comment where it is one
     */
    public List<String> addColumn(Column<?> column) {
        List<String> statements = new ArrayList<>();
        statements.add(alter(column.table(), writer -> {
            writer.text("ADD COLUMN ");
            new TableDdl(dialect, writer).column(column);
        }));
        if (column.comment() != null
                && dialect.has(Capability.COMMENTS)
                && dialect.commentForm() == CommentForm.STATEMENT) {
            statements.add(comment("COLUMN ", column.table(), column, column.comment()));
        }
        return List.copyOf(statements);
    }

    /**
     * Drops a column.
     *
     * @param column the column
     * @return the statement
     */
    public String dropColumn(Column<?> column) {
        return alter(column.table(), writer -> writer.text("DROP COLUMN ").name(column.name()));
    }

    /**
     * Gives a column another name.
     *
     * @param column the column as it is
     * @param newName the new name
     * @return the statement
     */
    public String renameColumn(Column<?> column, String newName) {
        return alter(
                column.table(),
                writer -> writer.text("RENAME COLUMN ")
                        .name(column.name())
                        .text(" TO ")
                        .name(newName));
    }

    /**
     * Forbids NULL in a column, or allows it.
     *
     * @param column the column as it shall be
     * @return the statement
     */
    public String alterNullability(Column<?> column) {
        return alterColumn(column, writer -> writer.text(column.nullable() ? "DROP NOT NULL" : "SET NOT NULL"));
    }

    /**
     * Gives a column its default, or takes it away.
     *
     * @param column the column as it shall be
     * @return the statement
     */
    public String alterDefault(Column<?> column) {
        return alterColumn(column, writer -> {
            if (TableDdl.madeByDefault(column)) {
                writer.text("SET DEFAULT ");
                new TableDdl(dialect, writer).defaultOf(column);
            } else {
                writer.text("DROP DEFAULT");
            }
        });
    }

    private String alterColumn(Column<?> column, Consumer<SqlWriter> change) {
        return alter(column.table(), writer -> {
            writer.require(Capability.ALTER_COLUMN, "ALTER COLUMN");
            if (dialect.alterColumnForm() == AlterColumnForm.MODIFY) {
                writer.text("MODIFY COLUMN ");
                new TableDdl(dialect, writer).column(column);
            } else {
                change.accept(writer.text("ALTER COLUMN ").name(column.name()).text(" "));
            }
        });
    }

    // Constraints and indexes

    /**
     * Adds a constraint to a table that exists.
     *
     * @param metaData where a foreign key finds its target
     * @param constraint the constraint
     * @return the statement
     */
    public String addConstraint(MetaData metaData, Constraint constraint) {
        return alter(constraint.table(), writer -> {
            writer.require(Capability.ALTER_ADD_CONSTRAINT, "ADD CONSTRAINT");
            writer.text("ADD ");
            TableDdl ddl = new TableDdl(dialect, writer);
            if (constraint instanceof ForeignKey foreignKey) {
                ddl.foreignKey(foreignKey, metaData.referencedColumns(foreignKey));
            } else {
                ddl.constraint(constraint);
            }
        });
    }

    /**
     * Drops a constraint.
     *
     * @param constraint the constraint
     * @return the statement
     */
    public String dropConstraint(Constraint constraint) {
        return alter(constraint.table(), writer -> {
            writer.require(Capability.ALTER_ADD_CONSTRAINT, "DROP CONSTRAINT");
            if (constraint instanceof PrimaryKey && dialect.primaryKeysAreNameless()) {
                writer.text("DROP PRIMARY KEY");
            } else {
                writer.text("DROP CONSTRAINT ").name(constraint.name());
            }
        });
    }

    /**
     * Puts the check of a deferrable key off to the end of the transaction, or makes it now and with each statement to come.
     *
     * @param key the constraint
     * @param deferred whether it is put off
     * @return the statement, {@code SET CONSTRAINTS …}, which counts for the transaction
     */
    public String setConstraint(UniqueConstraint key, boolean deferred) {
        return sql(writer -> {
            writer.require(Capability.DEFERRABLE_KEYS, "SET CONSTRAINTS");
            writer.text("SET CONSTRAINTS ");
            String schema = key.table().schema();
            if (schema != null) {
                writer.name(schema).text(".");
            }
            writer.name(key.name()).text(deferred ? " DEFERRED" : " IMMEDIATE");
        });
    }

    /**
     * Creates an index.
     *
     * @param index the index
     * @return the statement
     */
    public String createIndex(Index index) {
        return sql(writer -> {
            String condition = conditional && dialect.has(Capability.INDEX_IF_EXISTS) ? "IF NOT EXISTS " : "";
            new IndexDdl(dialect, writer).create(index, "", condition);
        });
    }

    /**
     * Creates an index while others go on writing to the table. The statement runs outside of a transaction, and leaves an
     * index behind that is not valid if it fails.
     *
     * @param index the index
     * @return the statement
     */
    public String createIndexConcurrently(Index index) {
        return sql(writer -> {
            writer.require(Capability.CONCURRENT_INDEXES, "CREATE INDEX CONCURRENTLY");
            new IndexDdl(dialect, writer).create(index, "CONCURRENTLY ", conditional ? "IF NOT EXISTS " : "");
        });
    }

    /**
     * Drops an index.
     *
     * @param index the index
     * @return the statement
     */
    public String dropIndex(Index index) {
        return sql(writer -> new IndexDdl(dialect, writer)
                .drop(index, conditional && dialect.has(Capability.INDEX_IF_EXISTS) ? "IF EXISTS " : ""));
    }

    private String alter(Table table, Consumer<SqlWriter> change) {
        return sql(
                writer -> change.accept(writer.text("ALTER TABLE ").table(table).text(" ")));
    }

    private String sql(Consumer<SqlWriter> write) {
        SqlWriter writer = new SqlWriter(dialect);
        write.accept(writer);
        return writer.sql();
    }

    private String ifNotExists(SqlWriter writer) {
        return condition("IF NOT EXISTS ", writer);
    }

    private String ifExists(SqlWriter writer) {
        return condition("IF EXISTS ", writer);
    }

    private String condition(String words, SqlWriter writer) {
        if (conditional) {
            writer.require(Capability.IF_EXISTS, words.strip());
        }
        return conditional ? words : "";
    }
}
