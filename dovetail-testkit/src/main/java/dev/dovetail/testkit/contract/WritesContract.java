package dev.dovetail.testkit.contract;

import static dev.dovetail.engine.UpsertOutcome.INSERTED;
import static dev.dovetail.engine.UpsertOutcome.UNCHANGED;
import static dev.dovetail.engine.UpsertOutcome.UPDATED;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.cast;
import static dev.dovetail.sql.Sql.defaultValue;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.excluded;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.max;
import static dev.dovetail.sql.Sql.number;
import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.scalar;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sum;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UniqueViolationException;
import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.engine.Connection;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.NumericOperand;
import dev.dovetail.sql.Row2;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Upsert;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.testkit.Requires;
import dev.dovetail.testkit.Shows;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;

/** Statements that write: what they write, what they give back, and what an upsert did. */
public class WritesContract {

    private static final AtomicInteger MADE = new AtomicInteger();

    private static final Table PAGE = Table.of(
            "page",
            column("id", INTEGER).primaryKey().generated(),
            column("path", VARCHAR(20)).notNull().unique(),
            column("views", INTEGER).notNull().defaultSql("5"),
            column("note", VARCHAR(20)));
    private static final Table VISIT = Table.of(
            "visit",
            column("id", INTEGER).primaryKey(),
            column("path", VARCHAR(20)),
            column("times", INTEGER),
            column("stamp", INTEGER).clientDefault(MADE::incrementAndGet),
            column("changes", INTEGER).clientOnUpdate(MADE::incrementAndGet));
    private static final Table PLACE = Table.of(
            "place", column("x", INTEGER).primaryKey(), column("y", INTEGER).primaryKey(), column("name", VARCHAR(20)));

    private static final Column<Integer> ID = PAGE.column("id", Integer.class);
    private static final Column<String> PATH = PAGE.column("path", String.class);
    private static final Column<Integer> VIEWS = PAGE.column("views", Integer.class);
    private static final Column<String> NOTE = PAGE.column("note", String.class);
    private static final TableSource P = table(PAGE);
    private static final ColumnRef<Integer> P_ID = P.col(ID);
    private static final ColumnRef<String> P_PATH = P.col(PATH);
    private static final NumericOperand<Integer> P_VIEWS = number(P.col(VIEWS));
    private static final TableSource V = table(VISIT);
    private static final Column<Integer> V_ID = VISIT.column("id", Integer.class);
    private static final Column<String> V_PATH = VISIT.column("path", String.class);
    private static final Column<Integer> V_TIMES = VISIT.column("times", Integer.class);
    private static final Column<Integer> V_STAMP = VISIT.column("stamp", Integer.class);
    private static final Column<Integer> V_CHANGES = VISIT.column("changes", Integer.class);

    /** Makes the tests; JUnit calls it. */
    public WritesContract() {}

    @BeforeEach
    void createTables(Database database) {
        database.create(PAGE, VISIT, PLACE);
    }

    private static Insert pages(String... paths) {
        Insert insert = insertInto(PAGE).columns(PATH, VIEWS);
        for (int index = 0; index < paths.length; index++) {
            insert = insert.values(paths[index], index + 1);
        }
        return insert;
    }

    private static Insert visits(String... paths) {
        Insert insert = insertInto(VISIT).columns(V_ID, V_PATH, V_TIMES);
        for (int index = 0; index < paths.length; index++) {
            insert = insert.values(index + 1, paths[index], 10 * (index + 1));
        }
        return insert;
    }

    private static List<Row2<String, Integer>> all(Connection connection) {
        return connection.list(select(P_PATH, P_VIEWS).from(P).orderBy(P_PATH));
    }

    private static Row2<String, Integer> row(String path, int views) {
        return new Row2<>(path, views);
    }

    // Rows back

    @EveryDatabase
    @Shows(Capability.INSERT_RETURNING)
    void insertGivesRowsBack(Database database) {
        database.engine().transaction(connection -> {
            List<Row2<Integer, String>> rows = connection.list(pages("a", "b").returning(P_ID, P_PATH));
            assertThat(rows).extracting(Row2::value2).containsExactlyInAnyOrder("a", "b");
            assertThat(rows).extracting(Row2::value1).doesNotContainNull().doesNotHaveDuplicates();
            assertThat(connection
                            .one(insertInto(PAGE).set(PATH, "c").returningAll())
                            .get(P.col(VIEWS)))
                    .isEqualTo(5);
        });
    }

    @EveryDatabase
    @Shows(Capability.UPDATE_RETURNING)
    void updateGivesRowsBack(Database database) {
        database.engine().transaction(connection -> {
            connection.execute(pages("a", "b", "c"));
            assertThat(connection.list(update(PAGE)
                            .set(VIEWS, P_VIEWS.plus(10))
                            .where(P_VIEWS.ge(2))
                            .returning(P_PATH, P_VIEWS)))
                    .containsExactlyInAnyOrder(row("b", 12), row("c", 13));
            assertThat(connection.list(
                            update(PAGE).set(VIEWS, 0).where(P_VIEWS.gt(99)).returning(ID)))
                    .isEmpty();
            assertThat(all(connection)).containsExactly(row("a", 1), row("b", 12), row("c", 13));
        });
    }

    @EveryDatabase
    @Shows(Capability.DELETE_RETURNING)
    void deleteGivesRowsBack(Database database) {
        database.engine().transaction(connection -> {
            connection.execute(pages("a", "b", "c"));
            assertThat(connection.list(deleteFrom(PAGE).where(P_VIEWS.ge(2)).returning(P_PATH, P_VIEWS)))
                    .containsExactlyInAnyOrder(row("b", 2), row("c", 3));
            assertThat(all(connection)).containsExactly(row("a", 1));
        });
    }

    @EveryDatabase
    void rowsBackWithArgumentsAndAKeyOfTwoColumns(Database database) {
        Column<Integer> x = PLACE.column("x", Integer.class);
        Column<Integer> y = PLACE.column("y", Integer.class);
        Column<String> name = PLACE.column("name", String.class);
        TableSource place = table(PLACE);
        database.engine().transaction(connection -> {
            connection.execute(insertInto(PLACE)
                    .columns(x, y, name)
                    .values(1, 1, "a")
                    .values(1, 2, "b")
                    .values(2, 1, "c"));
            assertThat(connection
                            .read(update(PLACE)
                                    .set(name, parameter(0, VARCHAR(20)))
                                    .where(place.col(y).eq(parameter(1, INTEGER)))
                                    .returning(place.col(x), place.col(name)))
                            .arguments("z", 1)
                            .list())
                    .containsExactlyInAnyOrder(new Row2<>(1, "z"), new Row2<>(2, "z"));
            assertThat(connection.list(deleteFrom(PLACE)
                            .where(place.col(x).eq(1))
                            .orderBy(place.col(y).desc())
                            .limit(1)
                            .returning(y)))
                    .containsExactly(2);
        });
    }

    // INSERT

    @EveryDatabase
    void insertsRowsOfAQuery(Database database) {
        database.engine().transaction(connection -> {
            connection.execute(visits("a", "b"));
            assertThat(connection.execute(insertInto(PAGE)
                            .columns(PATH, VIEWS)
                            .select(select(V.col(V_PATH), number(V.col(V_TIMES)).plus(1))
                                    .from(V))))
                    .isEqualTo(2);
            assertThat(all(connection)).containsExactly(row("a", 11), row("b", 21));
        });
    }

    @EveryDatabase
    @Shows(Capability.DEFAULT_KEYWORD)
    void defaultsByKeyword(Database database) {
        database.engine().transaction(connection -> {
            connection.execute(insertInto(PAGE)
                    .columns(ID, PATH, VIEWS)
                    .values(defaultValue(), "a", defaultValue())
                    .values(defaultValue(), "b", 7));
            connection.execute(insertInto(PAGE).set(PATH, "c").set(VIEWS, defaultValue()));
            assertThat(all(connection)).containsExactly(row("a", 5), row("b", 7), row("c", 5));
            connection.execute(update(PAGE).set(VIEWS, defaultValue()));
            assertThat(all(connection)).containsExactly(row("a", 5), row("b", 5), row("c", 5));
        });
    }

    @EveryDatabase
    void theProgramsDefaultsAreMadeOncePerRow(Database database) {
        database.engine().transaction(connection -> {
            int first = MADE.get();
            connection.execute(visits("a", "b"));
            Select<Integer> stamps = select(V.col(V_STAMP)).from(V).orderBy(V.col(V_ID));
            assertThat(connection.list(stamps)).containsExactly(first + 1, first + 2);
            connection.executeBatch(
                    insertInto(VISIT).set(V_ID, parameter(0, INTEGER)),
                    List.of(new Object[] {3}, new Object[] {4}),
                    StatementOrigin.none());
            assertThat(connection.list(stamps)).containsExactly(first + 1, first + 2, first + 3, first + 4);
            connection.execute(update(VISIT).set(V_TIMES, 0).where(V.col(V_ID).le(2)));
            assertThat(connection.list(select(V.col(V_CHANGES)).from(V).orderBy(V.col(V_ID))))
                    .containsExactly(first + 5, first + 5, null, null);
            connection.execute(insertInto(VISIT)
                    .columns(V_ID, V_PATH)
                    .select(select(number(V.col(V_ID)).plus(10), V.col(V_PATH)).from(V)));
            assertThat(connection.list(
                            select(V.col(V_STAMP)).from(V).where(V.col(V_ID).gt(10))))
                    .hasSize(4)
                    .containsOnly(first + 6);
        });
    }

    // UPDATE and DELETE

    @EveryDatabase
    void updatesFromAnotherTable(Database database) {
        database.engine().transaction(connection -> {
            connection.execute(pages("a", "b", "c"));
            connection.execute(visits("a", "b"));
            assertThat(connection.execute(update(PAGE)
                            .set(VIEWS, P_VIEWS.plus(V.col(V_TIMES)))
                            .from(V)
                            .where(P_PATH.eq(V.col(V_PATH)), V.col(V_TIMES).gt(10))))
                    .isEqualTo(1);
            assertThat(all(connection)).containsExactly(row("a", 1), row("b", 22), row("c", 3));
        });
    }

    @EveryDatabase
    void updatesFromASubqueryUnderAnAlias(Database database) {
        TableSource page = P.as("p");
        database.engine().transaction(connection -> {
            connection.execute(pages("a", "b"));
            connection.execute(visits("a", "a"));
            var sums = select(V.col(V_PATH), sum(V.col(V_TIMES)).as("total"))
                    .from(V)
                    .groupBy(V.col(V_PATH))
                    .as("s");
            connection.execute(update(page)
                    .set(VIEWS, cast(sums.col("total", BigDecimal.class), INTEGER))
                    .from(sums)
                    .where(page.col(PATH).eq(sums.col("path", String.class))));
            assertThat(all(connection)).containsExactly(row("a", 30), row("b", 2));
        });
    }

    @EveryDatabase
    void updatesByACorrelatedSubquery(Database database) {
        database.engine().transaction(connection -> {
            connection.execute(pages("a", "b"));
            connection.execute(visits("a", "b"));
            connection.execute(update(PAGE)
                    .set(
                            VIEWS,
                            scalar(select(V.col(V_TIMES))
                                    .from(V)
                                    .where(V.col(V_PATH).eq(P_PATH)))));
            assertThat(all(connection)).containsExactly(row("a", 10), row("b", 20));
        });
    }

    @EveryDatabase
    @Shows(Capability.ORDERED_WRITES)
    void writesTheFirstRows(Database database) {
        database.engine().transaction(connection -> {
            connection.execute(pages("a", "b", "c"));
            assertThat(connection.execute(update(PAGE)
                            .set(VIEWS, 100)
                            .where(P_VIEWS.lt(50))
                            .orderBy(P_VIEWS.desc())
                            .limit(2)))
                    .isEqualTo(2);
            assertThat(all(connection)).containsExactly(row("a", 1), row("b", 100), row("c", 100));
            assertThat(connection.execute(
                            deleteFrom(PAGE).orderBy(P_PATH.desc()).limit(1)))
                    .isEqualTo(1);
            assertThat(all(connection)).containsExactly(row("a", 1), row("b", 100));
        });
    }

    @EveryDatabase
    void deletesByAnotherTable(Database database) {
        TableSource page = P.as("p");
        database.engine().transaction(connection -> {
            connection.execute(pages("a", "b", "c"));
            connection.execute(visits("a", "b"));
            connection.execute(deleteFrom(page)
                    .using(V)
                    .where(page.col(PATH).eq(V.col(V_PATH)), V.col(V_TIMES).lt(20)));
            assertThat(all(connection)).containsExactly(row("b", 2), row("c", 3));
            connection.execute(deleteFrom(PAGE).using(V).where(P_PATH.eq(V.col(V_PATH))));
            assertThat(all(connection)).containsExactly(row("c", 3));
            connection.execute(deleteFrom(page).where(page.col(PATH).eq("c")));
            assertThat(all(connection)).isEmpty();
        });
    }

    @EveryDatabase
    @Requires(Capability.SUBQUERY_OF_TARGET)
    void readsTheTableThatItChanges(Database database) {
        TableSource other = P.as("other");
        database.engine().transaction(connection -> {
            connection.execute(pages("a", "b"));
            connection.execute(deleteFrom(PAGE)
                    .where(P_VIEWS.eq(scalar(select(max(other.col(VIEWS))).from(other)))));
            assertThat(all(connection)).containsExactly(row("a", 1));
        });
    }

    // Upserts

    @EveryDatabase
    @Requires(Capability.SUBQUERY_OF_TARGET_IN_SET)
    void setsWhatTheTableItselfHas(Database database) {
        TableSource other = P.as("other");
        database.engine().transaction(connection -> {
            connection.execute(pages("a", "b", "c"));
            connection.execute(update(PAGE)
                    .set(VIEWS, scalar(select(max(other.col(VIEWS))).from(other))));
            assertThat(all(connection)).containsExactly(row("a", 3), row("b", 3), row("c", 3));
        });
    }

    @EveryDatabase
    void upsertTellsWhatItDid(Database database) {
        Upsert upsert = pages("a", "b").onConflict(PATH).doUpdate(VIEWS);
        database.engine().transaction(connection -> {
            connection.execute(insertInto(PAGE).set(PATH, "b").set(VIEWS, 50));
            assertThat(connection.upsert(upsert)).containsExactly(INSERTED, UPDATED);
            assertThat(all(connection)).containsExactly(row("a", 1), row("b", 2));
            assertThat(connection.upsert(pages("a", "c").onConflict(PATH).doNothing()))
                    .containsExactly(UNCHANGED, INSERTED);
            assertThat(all(connection)).containsExactly(row("a", 1), row("b", 2), row("c", 2));
        });
    }

    @EveryDatabase
    void upsertComputesWithBothRows(Database database) {
        database.engine().transaction(connection -> {
            connection.execute(pages("a"));
            connection.execute(pages("a", "b")
                    .onConflict(PATH)
                    .doUpdate()
                    .set(VIEWS, P_VIEWS.plus(excluded(VIEWS)).plus(100))
                    .set(NOTE, "met"));
            assertThat(all(connection)).containsExactly(row("a", 102), row("b", 2));
        });
    }

    @EveryDatabase
    void upsertOfAQuery(Database database) {
        database.engine().transaction(connection -> {
            connection.execute(pages("a"));
            connection.execute(visits("a", "b"));
            connection.execute(insertInto(PAGE)
                    .columns(PATH, VIEWS)
                    .select(select(V.col(V_PATH), V.col(V_TIMES)).from(V))
                    .onConflict(PATH)
                    .doUpdate(VIEWS));
            assertThat(all(connection)).containsExactly(row("a", 10), row("b", 20));
        });
    }

    @EveryDatabase
    @Requires(Capability.UPSERT_WHERE)
    void upsertWithACondition(Database database) {
        database.engine().transaction(connection -> {
            connection.execute(pages("a", "b"));
            Insert insert = insertInto(PAGE).columns(PATH, VIEWS).values("a", 9).values("b", 1);
            assertThat(connection.upsert(insert.onConflict(PATH).doUpdate(VIEWS).where(P_VIEWS.lt(excluded(VIEWS)))))
                    .containsExactly(UPDATED, UNCHANGED);
            assertThat(all(connection)).containsExactly(row("a", 9), row("b", 2));
        });
    }

    @EveryDatabase
    void upsertGivesKeysBack(Database database) {
        database.engine().transaction(connection -> {
            int id = connection.one(pages("a").returning(ID));
            assertThat(connection.one(
                            pages("a").onConflict(PATH).doUpdate(VIEWS).returning(ID)))
                    .isEqualTo(id);
            assertThat(connection.one(
                            pages("b").onConflict(PATH).doUpdate(VIEWS).returning(ID)))
                    .isNotEqualTo(id);
        });
    }

    @EveryDatabase
    void anotherKeyIsNotTakenForTheOneThatIsMeant(Database database) {
        Upsert upsert = insertInto(PAGE)
                .set(ID, 1)
                .set(PATH, "b")
                .set(VIEWS, 0)
                .onConflict(PATH)
                .doUpdate(VIEWS);
        try (Connection connection = database.engine().connect()) {
            connection.execute(insertInto(PAGE).set(ID, 1).set(PATH, "a"));
            assertThatThrownBy(() -> connection.execute(upsert))
                    .isInstanceOfAny(UsageException.class, UniqueViolationException.class);
        }
    }

    @EveryDatabase
    void keyOfAnUpsertIsChecked(Database database) {
        assertThatThrownBy(() -> pages("a").onConflict(VIEWS))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no primary key, unique constraint or unique index of the columns [page.views]");
        assertThatThrownBy(() -> pages("a").onConflict(ID)).hasMessageContaining("does not set page.id");
    }
}
