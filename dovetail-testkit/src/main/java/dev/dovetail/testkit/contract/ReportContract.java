package dev.dovetail.testkit.contract;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.always;
import static dev.dovetail.sql.Sql.and;
import static dev.dovetail.sql.Sql.cast;
import static dev.dovetail.sql.Sql.coalesce;
import static dev.dovetail.sql.Sql.countAll;
import static dev.dovetail.sql.Sql.cte;
import static dev.dovetail.sql.Sql.excluded;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.max;
import static dev.dovetail.sql.Sql.number;
import static dev.dovetail.sql.Sql.orderBy;
import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.partitionBy;
import static dev.dovetail.sql.Sql.rank;
import static dev.dovetail.sql.Sql.recursive;
import static dev.dovetail.sql.Sql.row;
import static dev.dovetail.sql.Sql.rowNumber;
import static dev.dovetail.sql.Sql.scalar;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.sum;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.sql.Sql.value;
import static dev.dovetail.sql.Sql.with;
import static dev.dovetail.testkit.contract.Staff.D;
import static dev.dovetail.testkit.contract.Staff.DEPARTMENT_ID;
import static dev.dovetail.testkit.contract.Staff.D_ID;
import static dev.dovetail.testkit.contract.Staff.D_NAME;
import static dev.dovetail.testkit.contract.Staff.E;
import static dev.dovetail.testkit.contract.Staff.ID;
import static dev.dovetail.testkit.contract.Staff.MANAGER_ID;
import static dev.dovetail.testkit.contract.Staff.NAME;
import static dev.dovetail.testkit.contract.Staff.SALARY;
import static dev.dovetail.testkit.contract.Staff.list;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.compile.Capability;
import dev.dovetail.engine.Connection;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Cte;
import dev.dovetail.sql.Query;
import dev.dovetail.sql.Row2;
import dev.dovetail.sql.Row3;
import dev.dovetail.sql.RowLock;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.TableSource;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.testkit.Requires;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Statements as programs have them: several constructs at once, which must mean the same together. */
public class ReportContract {

    private static final Table STOCK = Table.of(
            "stock",
            column("id", INTEGER).primaryKey(),
            column("name", VARCHAR(20)),
            column("pieces", INTEGER).notNull().defaultSql("7"));
    private static final TableSource S = table(STOCK);
    private static final Column<Integer> S_ID = STOCK.column("id", Integer.class);
    private static final Column<String> S_NAME = STOCK.column("name", String.class);
    private static final Column<Integer> S_PIECES = STOCK.column("pieces", Integer.class);

    /** Makes the tests; JUnit calls it. */
    public ReportContract() {}

    @BeforeEach
    void createTables(Database database) {
        Staff.create(database);
    }

    @EveryDatabase
    void severalExpressionsAndAWindowOverGroups(Database database) {
        Cte paid = cte(
                "paid",
                select(
                                DEPARTMENT_ID.as("department"),
                                coalesce(sum(SALARY), BigDecimal.ZERO).as("total"))
                        .from(E)
                        .where(DEPARTMENT_ID.isNotNull())
                        .groupBy(DEPARTMENT_ID));
        var total = paid.number("total", BigDecimal.class);
        Cte ranked = cte(
                "ranked",
                select(
                                paid.col("department", Integer.class),
                                total.as("total"),
                                rank().over(orderBy(total.desc())).as("place"))
                        .from(paid));
        Query<Row3<String, BigDecimal, Long>> report = with(paid, ranked)
                .query(select(
                                D_NAME,
                                ranked.number("total", BigDecimal.class).times(2),
                                ranked.col("place", Long.class))
                        .from(ranked)
                        .join(D, D_ID.eq(ranked.col("department", Integer.class)))
                        .where(ranked.number("total", BigDecimal.class).gt(0))
                        .orderBy(ranked.col("place", Long.class)));
        assertThat(list(database, report).stream()
                        .map(row -> row.value1() + row.value2().intValue() + row.value3()))
                .containsExactly("Red3601", "Blue1602");
    }

    @EveryDatabase
    void aWindowOverAnAggregate(Database database) {
        Query<Row2<Integer, Long>> query = select(
                        DEPARTMENT_ID, rowNumber().over(orderBy(sum(SALARY).desc(), DEPARTMENT_ID)))
                .from(E)
                .where(SALARY.isNotNull(), DEPARTMENT_ID.isNotNull())
                .groupBy(DEPARTMENT_ID)
                .having(countAll().ge(1))
                .orderBy(DEPARTMENT_ID);
        assertThat(list(database, query)).containsExactly(new Row2<>(1, 1L), new Row2<>(2, 2L));
    }

    @EveryDatabase
    @Requires(Capability.LATERAL)
    void firstOfEach(Database database) {
        var best = select(NAME, SALARY)
                .from(E)
                .where(DEPARTMENT_ID.eq(D_ID))
                .orderBy(SALARY.desc().nullsLast(), ID)
                .limit(1)
                .as("best")
                .lateral();
        assertThat(list(
                        database,
                        select(D_NAME, best.text("name"))
                                .from(D)
                                .leftJoin(best, always())
                                .orderBy(D_ID)))
                .containsExactly(new Row2<>("Red", "Ann"), new Row2<>("Blue", "Cid"), new Row2<>("Empty", null));
    }

    @EveryDatabase
    void firstOfEachByNumbers(Database database) {
        var numbered = select(
                        NAME,
                        DEPARTMENT_ID,
                        rowNumber()
                                .over(partitionBy(DEPARTMENT_ID)
                                        .orderBy(SALARY.desc().nullsLast(), ID))
                                .as("place"))
                .from(E)
                .as("numbered");
        assertThat(list(
                        database,
                        select(D_NAME, numbered.text("name"))
                                .from(D)
                                .leftJoin(
                                        numbered,
                                        and(
                                                numbered.col("department_id", Integer.class)
                                                        .eq(D_ID),
                                                numbered.col("place", Long.class)
                                                        .eq(1L)))
                                .orderBy(D_ID)))
                .containsExactly(new Row2<>("Red", "Ann"), new Row2<>("Blue", "Cid"), new Row2<>("Empty", null));
    }

    @EveryDatabase
    void aTreeWithDepthAndPath(Database database) {
        Cte tree = recursive(
                "tree",
                select(
                                ID.as("id"),
                                value(0, INTEGER).as("depth"),
                                cast(NAME, VARCHAR(100)).as("path"))
                        .from(E)
                        .where(MANAGER_ID.isNull()),
                found -> select(
                                ID,
                                found.number("depth", Integer.class).plus(1),
                                cast(found.text("path").concat("/").concat(NAME), VARCHAR(100)))
                        .from(E)
                        .join(found, MANAGER_ID.eq(found.col("id", Integer.class))));
        assertThat(list(
                        database,
                        select(tree.text("path"))
                                .from(tree)
                                .where(tree.number("depth", Integer.class).gt(0))
                                .orderBy(tree.text("path"))
                                .with(tree)))
                .containsExactly("Ann/Bob", "Ann/Cid", "Ann/Cid/Dee", "Ann/Cid/Eve");
    }

    @EveryDatabase
    void setOperationsThreeDeep(Database database) {
        Query<Integer> query = ids(1, 2, 3)
                .union(ids(4).except(ids(4).intersect(ids(4, 5))))
                .except(ids(1).unionAll(ids(2).except(ids(2, 3).intersect(ids(3)))));
        assertThat(list(database, query)).containsExactly(3);
        assertThat(list(database, select(NAME).from(E).where(ID.in(query)))).containsExactly("Cid");
    }

    private static Select<Integer> ids(Integer... some) {
        return select(ID).from(E).where(ID.in(List.of(some)));
    }

    @EveryDatabase
    void pagesByKeys(Database database) {
        Select<Integer> page =
                select(ID).from(E).where(SALARY.isNotNull()).orderBy(SALARY, ID).limit(2);
        assertThat(list(database, page)).containsExactly(5, 2);
        assertThat(list(database, page.where(row(SALARY, ID).gt(row(80, 2))))).containsExactly(3, 1);
    }

    @EveryDatabase
    @Requires({Capability.FOR_UPDATE, Capability.LOCK_SKIP_LOCKED})
    void aQueue(Database database) {
        Query<Integer> next = select(D_ID)
                .from(D)
                .orderBy(D_ID)
                .limit(1)
                .lock(RowLock.forUpdate().skipLocked());
        try (Connection one = database.engine().connect();
                Connection other = database.engine().connect()) {
            assertThat(one.list(next)).containsExactly(1);
            assertThat(other.list(next)).containsExactly(2);
        }
    }

    @EveryDatabase
    void anUpdateByASubqueryOfTheSameRow(Database database) {
        database.create(STOCK);
        try (Connection connection = database.engine().connect()) {
            connection.execute(insertInto(STOCK)
                    .columns(S_ID, S_NAME)
                    .select(select(D_ID, D_NAME).from(D)));
            assertThat(connection.list(select(S.col(S_PIECES)).from(S))).containsOnly(7);
            connection.execute(update(STOCK)
                    .set(
                            S_PIECES,
                            coalesce(scalar(select(max(SALARY)).from(E).where(DEPARTMENT_ID.eq(S.col(S_ID)))), 0)));
            assertThat(connection.list(select(S.col(S_PIECES)).from(S).orderBy(S.col(S_ID))))
                    .containsExactly(100, 80, 0);
        }
    }

    @EveryDatabase
    void upsertsInABatch(Database database) {
        database.create(STOCK);
        try (Connection connection = database.engine().connect()) {
            var add = insertInto(STOCK)
                    .set(S_ID, parameter(0, INTEGER))
                    .set(S_PIECES, parameter(1, INTEGER))
                    .onConflict(S_ID)
                    .doUpdate()
                    .set(S_PIECES, number(S.col(S_PIECES)).plus(excluded(S_PIECES)));
            connection.executeBatch(add, List.of(new Object[] {1, 5}, new Object[] {2, 6}, new Object[] {1, 10}));
            assertThat(connection.list(select(S.col(S_PIECES)).from(S).orderBy(S.col(S_ID))))
                    .containsExactly(15, 6);
        }
    }

    @EveryDatabase
    void sqlByHandWithListsAmongTypedOnes(Database database) {
        var some = sql("SELECT id, name FROM department WHERE id IN (:ids) OR name = :name")
                .bind("ids", List.of(1, 3))
                .bind("name", "Blue")
                .column("name", VARCHAR(20))
                .column("id", INTEGER)
                .as("some");
        assertThat(list(
                        database,
                        select(NAME, some.text("name"))
                                .from(E)
                                .join(some, DEPARTMENT_ID.eq(some.col("id", Integer.class)))
                                .where(E.col("id", Integer.class).in(List.of(1, 4)))
                                .orderBy(ID)))
                .containsExactly(new Row2<>("Ann", "Red"), new Row2<>("Dee", "Blue"));
    }
}
