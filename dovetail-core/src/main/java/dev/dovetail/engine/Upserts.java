package dev.dovetail.engine;

import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.compile.Dialect;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.Comparison;
import dev.dovetail.sql.ComparisonOperator;
import dev.dovetail.sql.DefaultValue;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Upsert;
import dev.dovetail.type.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Upserts row by row and tells what became of each. Where RETURNING does not tell, the row is looked for before, and
 * locked, in the same transaction.
 */
final class Upserts {
    private final StatementExecutor executor;
    private final Dialect dialect;

    Upserts(StatementExecutor executor, Dialect dialect) {
        this.executor = executor;
        this.dialect = dialect;
    }

    List<UpsertOutcome> run(Upsert upsert, @Nullable Object[] arguments, StatementOrigin origin) {
        if (upsert.insert().query() != null) {
            throw new UsageException(
                    "DVT-SQL-CONFLICT",
                    "what an upsert did is told row by row, and the rows of a query are not known one by one: execute it");
        }
        List<UpsertOutcome> outcomes = new ArrayList<>();
        for (Insert row : upsert.insert().split()) {
            outcomes.add(outcome(upsert.with(row), arguments, origin));
        }
        return outcomes;
    }

    private UpsertOutcome outcome(Upsert row, @Nullable Object[] arguments, StatementOrigin origin) {
        String inserted = dialect.upsertInserted();
        if (inserted != null) {
            List<@Nullable Object[]> told =
                    executor.rows(row.returning(Sql.sql(inserted, Types.BOOLEAN)), arguments, origin);
            if (told.isEmpty()) {
                return UpsertOutcome.UNCHANGED;
            }
            return Boolean.TRUE.equals(told.get(0)[0]) ? UpsertOutcome.INSERTED : UpsertOutcome.UPDATED;
        }
        if (executor.isAutoCommit()) {
            throw new UsageException(
                    "DVT-SQL-UNSUPPORTED",
                    dialect.name() + " does not tell what an upsert did, and to find it out takes two statements in one"
                            + " transaction, which this connection has not");
        }
        boolean there = isThere(row, arguments, origin);
        List<@Nullable Object[]> once = new ArrayList<>();
        once.add(arguments);
        int count = executor.execute(row, once, origin).counts()[0];
        if (!there && count == 1) {
            return UpsertOutcome.INSERTED;
        }
        return count >= dialect.upsertUpdateCount() ? UpsertOutcome.UPDATED : UpsertOutcome.UNCHANGED;
    }

    private boolean isThere(Upsert row, @Nullable Object[] arguments, StatementOrigin origin) {
        TableSource table = row.target();
        Insert insert = row.insert();
        Select<?> select = Sql.select(table.col(row.key().get(0))).from(table);
        for (Column<?> column : row.key()) {
            Expression<?> value = insert.rows().get(0).get(insert.columns().indexOf(column));
            if (value instanceof DefaultValue) {
                return false;
            }
            select = select.where(new Comparison(ComparisonOperator.EQ, table.col(column), value));
        }
        if (dialect.has(Capability.FOR_UPDATE)) {
            select = select.forUpdate();
        }
        return !executor.rows(select, arguments, origin).isEmpty();
    }
}
