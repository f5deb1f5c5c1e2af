package dev.dovetail.testkit.contract;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.ConstraintFacts;
import dev.dovetail.DatabaseException;
import dev.dovetail.UsageException;
import dev.dovetail.engine.BatchResult;
import dev.dovetail.engine.Connection;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Write;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Many rows of arguments, sent in whatever way is quickest, do what they do one after the other. */
public class RowsTogetherContract {

    private static final Table PARENT = Table.of("parent", column("id", INTEGER).primaryKey());
    private static final Table ITEM = Table.of(
            "item",
            column("id", INTEGER).primaryKey(),
            column("code", VARCHAR(10)).unique(),
            column("size", INTEGER).notNull().check("size >= 0"),
            column("parent_id", INTEGER).references("parent", "id"));
    private static final TableSource ITEMS = table(ITEM);
    private static final Column<Integer> ID = ITEM.column("id", Integer.class);
    private static final Column<String> CODE = ITEM.column("code", String.class);
    private static final Column<Integer> SIZE = ITEM.column("size", Integer.class);
    private static final Column<Integer> PARENT_ID = ITEM.column("parent_id", Integer.class);
    private static final Write INSERT = insertInto(ITEM)
            .set(ID, parameter(0, INTEGER))
            .set(CODE, parameter(1, VARCHAR(10)))
            .set(SIZE, parameter(2, INTEGER))
            .set(PARENT_ID, parameter(3, INTEGER));
    private static final Write UPDATE = update(ITEM)
            .set(CODE, parameter(1, VARCHAR(10)))
            .set(SIZE, parameter(2, INTEGER))
            .where(ITEMS.col(ID).eq(parameter(0, INTEGER)));
    private static final Write UPDATE_UNCHANGED = update(ITEM)
            .set(PARENT_ID, parameter(3, INTEGER))
            .where(ITEMS.col(ID).eq(parameter(0, INTEGER)), ITEMS.col(SIZE).eq(parameter(2, INTEGER)));
    private static final Write MOVE =
            update(ITEM).set(ID, parameter(2, INTEGER)).where(ITEMS.col(ID).eq(parameter(0, INTEGER)));
    private static final Write DELETE = deleteFrom(ITEM).where(ITEMS.col(ID).eq(parameter(0, INTEGER)));
    private static final List<Write> WRITES = List.of(INSERT, UPDATE, UPDATE_UNCHANGED, MOVE, DELETE);
    private static final int[] SIZES = {1, 4, 5, 6, 49, 50, 51, 130};
    private static final int ROUNDS = 60;

    /** Makes the tests; JUnit calls it. */
    public RowsTogetherContract() {}

    @BeforeEach
    void createTables(Database database) {
        MetaData.of(PARENT, ITEM).createAll(database.engine());
        database.engine().transaction(connection -> {
            for (int id = 0; id < 5; id++) {
                connection.execute(insertInto(PARENT).set(PARENT.column("id", Integer.class), id));
            }
        });
    }

    @EveryDatabase
    void whatRowsDoTogetherTheyDoOneByOne(Database database) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            List<Write> statements = new ArrayList<>();
            List<List<@Nullable Object[]>> batches = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                statements.add(i == 0 ? INSERT : WRITES.get(random.nextInt(WRITES.size())));
                batches.add(rows(random, SIZES[random.nextInt(SIZES.length)], random.nextInt(3) == 0));
            }
            assertThat(done(database, statements, batches, true))
                    .as("seed %s", seed)
                    .isEqualTo(done(database, statements, batches, false));
        }
    }

    /** Rows that are mostly right; some keys occur twice, or move to each other's place. */
    private static List<@Nullable Object[]> rows(Random random, int count, boolean faulty) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        int fault = faulty ? random.nextInt(count) : -1;
        int shift = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            int id = shift == 3 ? random.nextInt(count) : i;
            String code = random.nextInt(5) == 0 ? null : "c" + (i + shift);
            Integer size = id + random.nextInt(2);
            Integer parent = random.nextInt(6) == 5 ? null : random.nextInt(5);
            if (i == fault) {
                switch (random.nextInt(4)) {
                    case 0 -> size = null;
                    case 1 -> size = -1;
                    case 2 -> parent = 77;
                    default -> code = "c0";
                }
            }
            rows.add(new @Nullable Object[] {id, code, size, parent});
        }
        return rows;
    }

    /** All that can be seen of some batches: counts, or the error and its row; and the table at the end. */
    private static List<String> done(
            Database database, List<Write> statements, List<List<@Nullable Object[]>> batches, boolean together) {
        List<String> seen = new ArrayList<>();
        try (Connection connection = database.engine().connect()) {
            for (int i = 0; i < statements.size(); i++) {
                try {
                    seen.add(Arrays.toString(
                            together
                                    ? connection
                                            .executeBatch(statements.get(i), batches.get(i))
                                            .counts()
                                    : oneByOne(connection, statements.get(i), batches.get(i))));
                } catch (FailedRow failed) {
                    seen.add(told(failed.error, failed.row));
                    return seen;
                } catch (DatabaseException error) {
                    seen.add(told(error, error.rowIndex()));
                    return seen;
                }
            }
            connection
                    .list(select(ITEMS.col(ID), ITEMS.col(CODE), ITEMS.col(SIZE), ITEMS.col(PARENT_ID))
                            .from(ITEMS)
                            .orderBy(ITEMS.col(ID).asc()))
                    .forEach(row -> seen.add(row.toString()));
        }
        return seen;
    }

    private static String told(DatabaseException error, @Nullable Integer row) {
        ConstraintFacts constraint = error.facts().constraint();
        return error.getClass().getSimpleName() + " in row " + row + ": " + error.parameters()
                + (constraint == null ? "" : constraint.name() + constraint.columns() + constraint.values());
    }

    private static int[] oneByOne(Connection connection, Write statement, List<@Nullable Object[]> rows) {
        int[] counts = new int[rows.size()];
        for (int row = 0; row < counts.length; row++) {
            try {
                counts[row] = connection.execute(statement, rows.get(row), StatementOrigin.none());
            } catch (DatabaseException e) {
                throw new FailedRow(e, row);
            }
        }
        return counts;
    }

    private static final class FailedRow extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient DatabaseException error;
        private final int row;

        FailedRow(DatabaseException error, int row) {
            super(error);
            this.error = error;
            this.row = row;
        }
    }

    @EveryDatabase
    void valuesOfAllTypesComeOutAsTheyWentIn(Database database) {
        List<String> failures = new ArrayList<>();
        for (TypeSamples<?> samples : TypeSamples.everywhere()) {
            try {
                roundTrip(database, samples);
            } catch (AssertionError | RuntimeException e) {
                failures.add(samples.type() + ": " + e);
            }
        }
        assertThat(failures).isEmpty();
    }

    private static <J> void roundTrip(Database database, TypeSamples<J> samples) {
        Type<J> type = samples.type();
        Table values = Table.of("val", column("id", INTEGER).primaryKey(), column("a_value", type));
        Column<Integer> id = values.column("id", Integer.class);
        @SuppressWarnings("unchecked") // it has just been given this type
        Column<J> value = (Column<J>) values.columns().get(1);
        Insert insert = insertInto(values).set(id, parameter(0, INTEGER)).set(value, parameter(1, type));
        Write change = update(values)
                .set(value, parameter(1, type))
                .where(table(values).col(id).eq(parameter(0, INTEGER)));
        database.create(values);
        try {
            database.engine().transaction(connection -> {
                List<@Nullable J> given = new ArrayList<>();
                given.add(null);
                List<J> candidates = new ArrayList<>(samples.others());
                candidates.addAll(samples.bounds());
                for (J candidate : candidates) {
                    if (fits(connection, insert, candidate)) {
                        given.add(candidate);
                    }
                }
                List<@Nullable Object[]> rows = new ArrayList<>();
                for (int row = 0; row < Math.max(given.size(), 60); row++) {
                    rows.add(new @Nullable Object[] {row, given.get(row % given.size())});
                }
                connection.executeBatch(insert, rows);
                assertStored(connection, values, value, rows);
                List<@Nullable Object[]> moved = new ArrayList<>();
                for (int row = 0; row < rows.size(); row++) {
                    moved.add(new @Nullable Object[] {row, rows.get((row + 1) % rows.size())[1]});
                }
                connection.executeBatch(change, moved);
                assertStored(connection, values, value, moved);
            });
        } finally {
            MetaData.of(values).dropAll(database.engine());
        }
    }

    private static boolean fits(Connection connection, Insert insert, Object value) {
        var before = connection.savepoint();
        try {
            connection.execute(insert, new Object[] {0, value}, StatementOrigin.none());
            return true;
        } catch (DatabaseException | UsageException e) {
            return false;
        } finally {
            connection.rollbackTo(before);
        }
    }

    private static <J> void assertStored(
            Connection connection, Table values, Column<J> value, List<@Nullable Object[]> rows) {
        TableSource source = table(values);
        List<Row> stored = connection.list(select(List.of(source.col(value)))
                .from(source)
                .orderBy(source.col(values.column("id", Integer.class)).asc()));
        assertThat(stored).hasSameSizeAs(rows);
        for (int row = 0; row < rows.size(); row++) {
            J given = value.type().cast(rows.get(row)[1]);
            J read = value.type().cast(stored.get(row).get(0));
            assertThat(value.type().same(given == null ? null : value.type().atPrecision(given), read))
                    .as("%s, stored as %s", given, read)
                    .isTrue();
        }
    }

    @EveryDatabase
    void aValueThatDoesNotFitIsThatOfItsRow(Database database) {
        List<@Nullable Object[]> rows = rows(new Random(1), 60, false);
        rows.forEach(row -> row[1] = null);
        rows.get(7)[1] = "longer than ten";
        try (Connection connection = database.engine().connect()) {
            DatabaseException error = null;
            try {
                connection.executeBatch(INSERT, rows);
            } catch (DatabaseException e) {
                error = e;
            }
            assertThat(error).isNotNull();
            assertThat(error.rowIndex()).isEqualTo(7);
            assertThat(error).hasMessageContaining("longer than ten");
        }
    }

    @EveryDatabase
    void timesBeforeTheYearOneGoByThemselves(Database database) {
        Table days = Table.of("val", column("id", INTEGER).primaryKey(), column("a_day", Types.DATE));
        Column<LocalDate> day = days.column("a_day", LocalDate.class);
        Insert insert = insertInto(days)
                .set(days.column("id", Integer.class), parameter(0, INTEGER))
                .set(day, parameter(1, Types.DATE));
        LocalDate early = LocalDate.of(-44, 3, 15);
        database.create(days);
        try (Connection connection = database.engine().connect()) {
            if (!fits(connection, insert, early)) {
                return;
            }
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (int row = 0; row < 60; row++) {
                rows.add(new Object[] {row, row == 30 ? early : LocalDate.of(2026, 11, 21)});
            }
            BatchResult result = connection.executeBatch(insert, rows);
            assertThat(result.counts()).containsOnly(1);
            assertStored(connection, days, day, rows);
        }
    }
}
