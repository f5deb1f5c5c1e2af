package dev.dovetail.compile;

import dev.dovetail.UsageException;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Assignment;
import dev.dovetail.sql.DefaultValue;
import dev.dovetail.sql.Delete;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Join;
import dev.dovetail.sql.Ordering;
import dev.dovetail.sql.Restriction;
import dev.dovetail.sql.Returning;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Source;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Update;
import dev.dovetail.sql.Upsert;
import dev.dovetail.sql.Write;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the statements that write. */
final class WriteRendering {
    private final Dialect dialect;
    private final SqlWriter writer;
    private final StatementRendering statements;
    private final ExpressionRendering expressions;
    /** The target of a statement whose result is written as a query; it stands there under its name without schema. */
    private @Nullable TableSource dataChange;
    /** The table whose rows are being changed, while what is behind its name is written. */
    private @Nullable Table written;

    private boolean inSet;

    WriteRendering(Dialect dialect, SqlWriter writer, StatementRendering statements, ExpressionRendering expressions) {
        this.dialect = dialect;
        this.writer = writer;
        this.statements = statements;
        this.expressions = expressions;
    }

    /** The name by which columns of a table are called, null for that of the table itself. */
    @Nullable
    String nameOf(TableSource source) {
        return source.equals(dataChange) ? shortName(source) : source.alias();
    }

    private static String shortName(TableSource source) {
        return source.alias() == null ? source.table().name() : source.alias();
    }

    // INSERT

    void insert(Insert statement) {
        refuseIncomplete(statement);
        if (statement.columns().isEmpty()) {
            writer.text("INSERT INTO ").table(statement.table()).text(" ").text(dialect.defaultRow());
            return;
        }
        rows(InsertedRows.of(statement, dialect));
    }

    private static void refuseIncomplete(Insert statement) {
        if (statement.rows().isEmpty() && statement.query() == null) {
            throw new UsageException(
                    "DVT-SQL-INSERT",
                    "the INSERT into " + statement.table() + " has columns but no rows: call values(…) or select(…)");
        }
    }

    private void rows(InsertedRows inserted) {
        writer.text("INSERT INTO ").table(inserted.table()).text(" ");
        if (inserted.columns().isEmpty()) {
            writer.text(dialect.defaultRow());
            return;
        }
        writer.columns(inserted.columns());
        if (inserted.query() != null) {
            writer.text(" ");
            inserted.query().accept(statements);
        } else {
            writer.text(" VALUES ");
            writer.list(inserted.rows(), ", ", row -> row(inserted.columns(), row));
        }
    }

    private void row(List<Column<?>> columns, List<Expression<?>> row) {
        writer.text("(");
        for (int index = 0; index < row.size(); index++) {
            writer.text(index == 0 ? "" : ", ");
            set(columns.get(index), row.get(index));
        }
        writer.text(")");
    }

    /** What a column is set to. */
    private void set(Column<?> column, Expression<?> value) {
        if (value instanceof DefaultValue) {
            writer.text(DefaultKeyword.of(column, dialect));
        } else {
            expressions.stored(column, value);
        }
    }

    private void assignments(List<Assignment> assignments, @Nullable TableSource qualifier) {
        List<Assignment> ordered = dialect.assignsInOrder() ? AssignmentOrder.of(assignments, dialect) : assignments;
        writer.list(ordered, ", ", assignment -> {
            if (qualifier != null) {
                writer.name(shortName(qualifier)).text(".");
            }
            writer.name(assignment.column().name()).text("=");
            set(assignment.column(), assignment.value());
        });
    }

    // INSERT, or UPDATE where the row is there

    void upsert(Upsert statement) {
        refuseIncomplete(statement.insert());
        switch (dialect.upsertForm()) {
            case ON_CONFLICT -> onConflict(statement);
            case ON_DUPLICATE_KEY -> onDuplicateKey(statement);
            case MERGE -> mergeRows(statement);
        }
    }

    private void onConflict(Upsert statement) {
        InsertedRows inserted = InsertedRows.of(statement.insert(), dialect);
        // SQLite would read ON CONFLICT behind a query without WHERE as the condition of a join.
        rows(
                inserted.query() instanceof Select<?> select && select.where().isEmpty()
                        ? inserted.with(select.where(Always.TRUE))
                        : inserted);
        writer.text(" ON CONFLICT ").columns(statement.key());
        if (statement.assignments().isEmpty()) {
            writer.text(" DO NOTHING");
            return;
        }
        writer.text(" DO UPDATE SET ");
        expressions.excluded(column -> writer.text("excluded.").name(column.name()), () -> {
            assignments(statement.assignments(), null);
            statements.conditions(" WHERE ", statement.where());
        });
    }

    private void onDuplicateKey(Upsert statement) {
        if (!statement.where().isEmpty()) {
            writer.require(Capability.UPSERT_WHERE, "condition of an upsert");
        }
        if (!statement.isAnyKeyAllowed() && !statement.otherKeys().isEmpty()) {
            throw new UsageException(
                    "DVT-SQL-UNSUPPORTED",
                    dialect.name() + " has no upsert by the key " + statement.key() + " alone: a row that has one of "
                            + statement.otherKeys() + " in common with another would be taken for it as well. Call"
                            + " allowingAnyKey() if that is meant, or ask for the row first");
        }
        rows(InsertedRows.of(statement.insert(), dialect));
        writer.text(" ON DUPLICATE KEY UPDATE ");
        if (statement.assignments().isEmpty()) {
            // INSERT IGNORE would swallow every other error, too.
            String column = statement.key().get(0).name();
            writer.name(column).text("=").name(column);
            return;
        }
        expressions.excluded(
                column -> writer.text("VALUES(").name(column.name()).text(")"),
                () -> assignments(statement.assignments(), null));
    }

    private void mergeRows(Upsert statement) {
        InsertedRows inserted = InsertedRows.of(statement.insert(), dialect);
        List<Column<?>> columns = inserted.columns();
        writer.text("MERGE INTO ").table(statement.table()).text(" USING (");
        if (inserted.query() != null) {
            inserted.query().accept(statements);
        } else {
            writer.list(inserted.rows(), " UNION ALL ", row -> {
                writer.text("SELECT ");
                for (int index = 0; index < columns.size(); index++) {
                    Column<?> column = columns.get(index);
                    writer.text(index == 0 ? "CAST(" : ", CAST(");
                    set(column, row.get(index));
                    writer.text(" AS ")
                            .text(dialect.typeName(column.type().storage()))
                            .text(")");
                }
            });
        }
        writer.text(") AS excluded ").columns(columns).text(" ON ");
        writer.list(statement.key(), " AND ", column -> {
            writer.table(statement.table()).text(".").name(column.name());
            writer.text(" = excluded.").name(column.name());
        });
        if (!statement.assignments().isEmpty()) {
            writer.text(" WHEN MATCHED");
            expressions.excluded(column -> writer.text("excluded.").name(column.name()), () -> {
                statements.conditions(" AND ", statement.where());
                writer.text(" THEN UPDATE SET ");
                assignments(statement.assignments(), null);
            });
        }
        writer.text(" WHEN NOT MATCHED THEN INSERT ").columns(columns).text(" VALUES (");
        writer.list(columns, ", ", column -> writer.text("excluded.").name(column.name()));
        writer.text(")");
    }

    // UPDATE and DELETE

    void update(Update statement) {
        if (statement.assignments().isEmpty()) {
            throw new UsageException(
                    "DVT-SQL-UPDATE", "the UPDATE of " + statement.table() + " sets nothing: call set(…)");
        }
        Restriction restriction = restriction("UPDATE", statement.restriction());
        if (restriction.sources().isEmpty()) {
            writer.text("UPDATE ");
            restriction.target().accept(statements.sources());
            writer.text(" SET ");
            writing(restriction, () -> {
                inSet = true;
                assignments(statement.assignments(), null);
                inSet = false;
                rest(restriction);
            });
            return;
        }
        switch (dialect.updateFromForm()) {
            case FROM -> {
                writer.text("UPDATE ");
                restriction.target().accept(statements.sources());
                writer.text(" SET ");
                assignments(statement.assignments(), null);
                statements.list(" FROM ", restriction.sources(), source -> source.accept(statements.sources()));
                statements.conditions(" WHERE ", restriction.where());
            }
            case TABLES -> {
                statements.list("UPDATE ", sources(restriction), source -> source.accept(statements.sources()));
                writer.text(" SET ");
                assignments(statement.assignments(), restriction.target());
                statements.conditions(" WHERE ", restriction.where());
            }
            case MERGE -> mergeInto(statement, restriction);
        }
    }

    private void mergeInto(Update statement, Restriction restriction) {
        if (restriction.sources().size() != 1 || restriction.sources().get(0) instanceof Join) {
            throw new UsageException(
                    "DVT-SQL-UNSUPPORTED",
                    dialect.name() + " has no UPDATE of " + statement.table()
                            + " from several sources: make one subquery" + " of them");
        }
        writer.text("MERGE INTO ");
        restriction.target().accept(statements.sources());
        writer.text(" USING ");
        restriction.sources().get(0).accept(statements.sources());
        statements.conditions(" ON ", restriction.where().isEmpty() ? List.of(Always.TRUE) : restriction.where());
        writer.text(" WHEN MATCHED THEN UPDATE SET ");
        assignments(statement.assignments(), null);
    }

    void delete(Delete statement) {
        Restriction restriction = restriction("DELETE", statement.restriction());
        TableSource target = restriction.target();
        if (target.alias() != null && dialect.deleteUsingForm() == DeleteUsingForm.TABLES) {
            // The form of several tables is the only one in which MariaDB takes an alias.
            if (restriction.limit() != null) {
                throw new UsageException(
                        "DVT-SQL-UNSUPPORTED",
                        dialect.name() + " has no alias in a DELETE with a limit: leave the alias of " + target.table()
                                + " out");
            }
            deleteFromTables(restriction);
            return;
        }
        if (restriction.sources().isEmpty()) {
            writer.text("DELETE FROM ");
            target.accept(statements.sources());
            writing(restriction, () -> rest(restriction));
            return;
        }
        switch (dialect.deleteUsingForm()) {
            case USING -> {
                writer.text("DELETE FROM ");
                target.accept(statements.sources());
                statements.list(" USING ", restriction.sources(), source -> source.accept(statements.sources()));
                statements.conditions(" WHERE ", restriction.where());
            }
            case TABLES -> deleteFromTables(restriction);
            case EXISTS -> {
                writer.text("DELETE FROM ");
                target.accept(statements.sources());
                statements.list(
                        " WHERE EXISTS (SELECT 1 FROM ",
                        restriction.sources(),
                        source -> source.accept(statements.sources()));
                statements.conditions(" WHERE ", restriction.where());
                writer.text(")");
            }
        }
    }

    private void deleteFromTables(Restriction restriction) {
        TableSource target = restriction.target();
        writer.text("DELETE ");
        if (target.alias() == null) {
            writer.table(target.table());
        } else {
            writer.name(target.alias());
        }
        statements.list(" FROM ", sources(restriction), source -> source.accept(statements.sources()));
        statements.conditions(" WHERE ", restriction.where());
    }

    private static List<Source> sources(Restriction restriction) {
        List<Source> sources = new ArrayList<>();
        sources.add(restriction.target());
        sources.addAll(restriction.sources());
        return sources;
    }

    /** WHERE, and what may follow it where the database has that. */
    private void rest(Restriction restriction) {
        statements.conditions(" WHERE ", restriction.where());
        statements.list(" ORDER BY ", restriction.orderBy(), expressions.windows()::ordering);
        if (restriction.limit() != null) {
            writer.text(" LIMIT ");
            expressions.render(restriction.limit());
        }
    }

    /** Refuses a subquery of the table that is being written where the database does. */
    void read(TableSource source) {
        if (source.table() == written) {
            writer.require(
                    inSet ? Capability.SUBQUERY_OF_TARGET_IN_SET : Capability.SUBQUERY_OF_TARGET,
                    "subquery of " + source.table() + " in a statement that writes it");
        }
    }

    private void writing(Restriction restriction, Runnable write) {
        written = restriction.target().table();
        write.run();
        written = null;
    }

    /** A limit becomes a condition where the database has none in statements that write. */
    private Restriction restriction(String statement, Restriction restriction) {
        List<Ordering> orderBy = restriction.orderBy();
        if (restriction.limit() == null && orderBy.isEmpty()) {
            return restriction;
        }
        if (!restriction.sources().isEmpty()) {
            throw new UsageException(
                    "DVT-SQL-UNSUPPORTED",
                    "no database has an order or a limit in the " + statement + " of "
                            + restriction.target().table() + " with other sources: put these into a subquery");
        }
        if (dialect.has(Capability.ORDERED_WRITES)) {
            return restriction;
        }
        if (restriction.limit() == null) {
            writer.require(Capability.ORDERED_WRITES, "ORDER BY without a limit in an " + statement);
        }
        return LimitByKey.of(statement, restriction);
    }

    // Rows back

    void returning(Returning<?> statement) {
        Write write = statement.write();
        writer.require(Capability.returning(write), "RETURNING");
        if (write instanceof Delete delete
                && dialect.deleteUsingForm() == DeleteUsingForm.TABLES
                && (write.target().alias() != null
                        || !delete.restriction().sources().isEmpty())) {
            throw new UsageException(
                    "DVT-SQL-UNSUPPORTED",
                    dialect.name() + " has no RETURNING in a DELETE of "
                            + write.target().name() + " with an alias or other sources: name the rows by a subquery");
        }
        switch (dialect.returningForm()) {
            case CLAUSE -> {
                write.accept(statements);
                statements.list(" RETURNING ", statement.columns(), statements.queries()::selected);
            }
            case DATA_CHANGE_TABLE -> {
                dataChange = write.target();
                statements.list("SELECT ", statement.columns(), statements.queries()::selected);
                writer.text(write instanceof Delete ? " FROM OLD TABLE (" : " FROM FINAL TABLE (");
                dataChange = null;
                write.accept(statements);
                writer.text(") AS ").name(shortName(write.target()));
            }
        }
    }
}
