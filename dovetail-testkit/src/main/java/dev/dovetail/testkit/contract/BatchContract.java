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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.DatabaseException;
import dev.dovetail.TransactionState;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.engine.BatchResult;
import dev.dovetail.engine.Connection;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ColumnValue;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Update;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.testkit.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Many rows of arguments for one statement: in their order, with their keys and counts, and one that fails is known. */
public class BatchContract {

    private static final Table ITEM = Table.of(
            "item",
            column("code", INTEGER).notNull().unique(),
            column("id", INTEGER).primaryKey().generated(),
            column("size", INTEGER),
            column("state", VARCHAR(20)).defaultSql("'new'"),
            column("twice", INTEGER).computed("size * 2", ColumnValue.Storage.STORED));
    private static final TableSource ITEMS = table(ITEM);
    private static final Column<Integer> ID = ITEM.column("id", Integer.class);
    private static final Column<Integer> CODE = ITEM.column("code", Integer.class);
    private static final Column<Integer> SIZE = ITEM.column("size", Integer.class);
    private static final Column<String> STATE = ITEM.column("state", String.class);
    private static final Column<Integer> TWICE = ITEM.column("twice", Integer.class);
    private static final ColumnRef<Integer> CODE_OF = ITEMS.col(CODE);
    private static final Select<Integer> CODES = select(CODE_OF).from(ITEMS).orderBy(CODE_OF);
    private static final Insert INSERT =
            insertInto(ITEM).set(CODE, parameter(0, INTEGER)).set(SIZE, parameter(1, INTEGER));

    /** Makes the tests; JUnit calls it. */
    public BatchContract() {}

    @BeforeEach
    void createTable(Database database) {
        database.create(ITEM);
    }

    private static List<@Nullable Object[]> rows(int... codes) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int code : codes) {
            rows.add(new Object[] {code, code * 10});
        }
        return rows;
    }

    private static int[] upTo(int end) {
        return IntStream.range(0, end).toArray();
    }

    @EveryDatabase
    void keysComeInTheOrderOfTheRows(Database database) {
        database.engine().transaction(connection -> {
            BatchResult result = connection.insertReturningKeys(INSERT, rows(upTo(1234)), ID, StatementOrigin.none());
            assertThat(result.counts()).hasSize(1234).containsOnly(1);
            assertThat(result.keys()).hasSize(1234).doesNotHaveDuplicates();
            for (int code : new int[] {0, 1, 499, 500, 501, 999, 1000, 1233}) {
                Select<Integer> idOfCode = select(ITEMS.col(ID)).from(ITEMS).where(CODE_OF.eq(code));
                assertThat(connection.one(idOfCode)).isEqualTo(result.keys().get(code));
            }
        });
        assertThat(database.statements().events().get(0).rows()).isEqualTo(1234);
    }

    @EveryDatabase
    void columnsComeBackInTheOrderOfTheRows(Database database) {
        Insert insert = insertInto(ITEM).set(CODE, parameter(0, INTEGER)).set(SIZE, parameter(1, INTEGER));
        List<Column<?>> returned = List.of(CODE, ID, STATE, TWICE);
        if (!database.engine().dialect().has(Capability.INSERT_RETURNING)) {
            try (Connection connection = database.engine().connect()) {
                assertThat(connection.returns(insert, returned, 1)).isFalse();
                assertThatThrownBy(() -> connection.executeReturning(insert, rows(1), returned, StatementOrigin.none()))
                        .isInstanceOf(UsageException.class);
            }
            return;
        }
        database.engine().transaction(connection -> {
            assertThat(connection.returns(insert, returned, 1)).isTrue();
            BatchResult result =
                    connection.executeReturning(insert, rows(upTo(1234)), returned, StatementOrigin.none());
            assertThat(result.counts()).hasSize(1234).containsOnly(1);
            for (int code = 0; code < 1234; code++) {
                @Nullable Object[] row = Objects.requireNonNull(result.returned(code));
                assertThat(row).containsExactly(code, row[1], "new", code * 20);
            }
            Select<Integer> idOfLast = select(ITEMS.col(ID)).from(ITEMS).where(CODE_OF.eq(1233));
            assertThat(connection.one(idOfLast)).isEqualTo(Objects.requireNonNull(result.returned(1233))[1]);
        });
        assertThat(database.statements().events().get(0).rows()).isEqualTo(1234);
    }

    @Requires(Capability.UPDATE_RETURNING)
    @EveryDatabase
    void columnsComeBackFromUpdates(Database database) {
        Update update = update(ITEM).set(SIZE, parameter(1, INTEGER)).where(CODE_OF.eq(parameter(0, INTEGER)));
        database.engine().transaction(connection -> {
            connection.executeBatch(INSERT, rows(upTo(5)), StatementOrigin.none());
            List<@Nullable Object[]> rows = new ArrayList<>();
            IntStream.of(3, 1, 4).forEach(code -> rows.add(new Object[] {code, code + 100}));
            BatchResult result =
                    connection.executeReturning(update, rows, List.of(CODE, TWICE), StatementOrigin.none());
            assertThat(result.counts()).containsOnly(1);
            assertThat(result.returned(0)).containsExactly(3, 206);
            assertThat(result.returned(1)).containsExactly(1, 202);
            assertThat(result.returned(2)).containsExactly(4, 208);
            BatchResult none = connection.executeReturning(update, rows(9), List.of(TWICE), StatementOrigin.none());
            assertThat(none.counts()).containsExactly(0);
            assertThat(none.returned(0)).isNull();
        });
    }

    @EveryDatabase
    void eachRowHasItsCount(Database database) {
        database.engine().transaction(connection -> {
            connection.executeBatch(INSERT, rows(upTo(5)), StatementOrigin.none());
            int[] updated = connection
                    .executeBatch(
                            update(ITEM).set(SIZE, parameter(1, INTEGER)).where(CODE_OF.eq(parameter(0, INTEGER))),
                            rows(0, 77, 2),
                            StatementOrigin.none())
                    .counts();
            assertThat(updated).containsExactly(1, 0, 1);
            int[] deleted = connection
                    .executeBatch(
                            deleteFrom(ITEM).where(CODE_OF.lt(parameter(0, INTEGER))),
                            rows(0, 3, 3, 9),
                            StatementOrigin.none())
                    .counts();
            assertThat(deleted).containsExactly(0, 3, 0, 2);
        });
    }

    @EveryDatabase
    void theRowThatFailsIsKnownAndThoseBehindItAreNotWritten(Database database) {
        for (int failing : new int[] {0, 3, 700}) {
            int[] codes = upTo(1000);
            codes[failing] = 5000;
            if (failing + 5 < codes.length) {
                codes[failing + 5] = 5000;
            }
            try (Connection connection = database.engine().connect()) {
                connection.executeBatch(INSERT, rows(5000), StatementOrigin.none());
                DatabaseException error = catchThrowableOfType(
                        DatabaseException.class,
                        () -> connection.executeBatch(INSERT, rows(codes), StatementOrigin.none()));
                assertThat(error).isInstanceOf(UniqueViolationException.class);
                assertThat(error.rowIndex()).isEqualTo(failing);
                assertThat(error.parameters()).containsExactly(5000, 50000);
                assertThat(error.facts().statement().batchSize()).isEqualTo(1000);
                if (error.transactionState() == TransactionState.ACTIVE) {
                    assertThat(connection.list(CODES.where(CODE_OF.lt(5000)))).allMatch(code -> code < failing);
                }
            }
        }
    }

    @EveryDatabase
    void withoutATransactionRowsStandAlone(Database database) {
        try (Connection connection = database.engine().reading()) {
            assertThat(catchThrowableOfType(
                                    DatabaseException.class,
                                    () -> connection.executeBatch(INSERT, rows(1, 2, 2, 3), StatementOrigin.none()))
                            .rowIndex())
                    .isEqualTo(2);
            assertThat(connection.list(CODES)).containsExactly(1, 2);
        }
    }
}
