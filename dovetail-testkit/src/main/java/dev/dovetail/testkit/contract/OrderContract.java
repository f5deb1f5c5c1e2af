package dev.dovetail.testkit.contract;

import static dev.dovetail.sql.Sql.count;
import static dev.dovetail.sql.Sql.countOf;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.value;
import static dev.dovetail.testkit.contract.Staff.D;
import static dev.dovetail.testkit.contract.Staff.DEPARTMENT_ID;
import static dev.dovetail.testkit.contract.Staff.E;
import static dev.dovetail.testkit.contract.Staff.ID;
import static dev.dovetail.testkit.contract.Staff.NAME;
import static dev.dovetail.testkit.contract.Staff.SALARY;
import static dev.dovetail.testkit.contract.Staff.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.compile.Capability;
import dev.dovetail.sql.RowLock;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.testkit.Requires;
import dev.dovetail.testkit.Shows;
import org.junit.jupiter.api.BeforeEach;

/** The order of rows, how many of them, and locks on them. */
public class OrderContract {
    /** Makes the tests; JUnit calls it. */
    public OrderContract() {}

    @BeforeEach
    void createTables(Database database) {
        Staff.create(database);
    }

    @EveryDatabase
    @Shows(Capability.NULLS_ORDER)
    void nullFirstAndLast(Database database) {
        assertThat(list(database, select(ID).from(E).orderBy(SALARY.asc().nullsFirst(), ID.asc())))
                .containsExactly(4, 5, 2, 3, 1);
        assertThat(list(database, select(ID).from(E).orderBy(SALARY.desc().nullsFirst(), ID.asc())))
                .containsExactly(4, 1, 2, 3, 5);
        assertThat(list(database, select(ID).from(E).orderBy(SALARY.asc().nullsLast(), ID.asc())))
                .containsExactly(5, 2, 3, 1, 4);
        var total = count(SALARY).as("total");
        assertThat(list(
                        database,
                        select(DEPARTMENT_ID)
                                .from(E)
                                .groupBy(DEPARTMENT_ID)
                                .orderBy(DEPARTMENT_ID.desc().nullsLast())))
                .containsExactly(2, 1, null);
        assertThat(list(
                        database,
                        select(DEPARTMENT_ID, total)
                                .from(E)
                                .groupBy(DEPARTMENT_ID)
                                .orderBy(
                                        total.desc().nullsLast(),
                                        DEPARTMENT_ID.asc().nullsFirst())))
                .hasSize(3);
    }

    @EveryDatabase
    @Requires(Capability.DISTINCT_ON)
    void distinctOn(Database database) {
        assertThat(list(
                        database,
                        select(ID)
                                .from(E)
                                .where(DEPARTMENT_ID.isNotNull())
                                .distinctOn(DEPARTMENT_ID)
                                .orderBy(DEPARTMENT_ID.asc(), ID.desc())))
                .containsExactly(2, 4);
    }

    @EveryDatabase
    void limitAndOffset(Database database) {
        assertThat(list(database, select(ID).from(E).orderBy(ID).limit(2).offset(1)))
                .containsExactly(2, 3);
        assertThat(list(database, select(ID).from(E).orderBy(ID).offset(3))).containsExactly(4, 5);
        assertThat(list(database, select(ID).from(E).orderBy(ID).limit(0))).isEmpty();
    }

    @EveryDatabase
    @Requires(Capability.FETCH_WITH_TIES)
    void withTies(Database database) {
        assertThat(list(
                        database,
                        select(ID)
                                .from(E)
                                .where(SALARY.isNotNull())
                                .orderBy(SALARY.desc())
                                .limitWithTies(2)))
                .containsExactlyInAnyOrder(1, 2, 3);
        assertThat(list(
                        database,
                        select(ID)
                                .from(E)
                                .where(SALARY.isNotNull())
                                .orderBy(SALARY.desc())
                                .limitWithTies(1)
                                .offset(1)))
                .containsExactlyInAnyOrder(2, 3);
    }

    @EveryDatabase
    @Requires(Capability.FETCH_PERCENT)
    void percent(Database database) {
        assertThat(list(database, select(ID).from(E).orderBy(ID).limitPercent(40)))
                .containsExactly(1, 2);
    }

    @EveryDatabase
    void countsTheRowsOfAQuery(Database database) {
        assertThat(list(
                        database,
                        countOf(select(ID, D.col("id", Integer.class), value("x"))
                                .from(E)
                                .join(D)
                                .orderBy(NAME))))
                .containsExactly(4L);
        assertThat(list(database, countOf(select(DEPARTMENT_ID).from(E).distinct())))
                .containsExactly(3L);
        assertThat(list(database, countOf(select(ID).from(E).orderBy(ID).limit(2))))
                .containsExactly(2L);
    }

    @EveryDatabase
    void hintsGoWhereTheyAreMeant(Database database) {
        String name = database.dialect().name();
        assertThat(list(
                        database,
                        select(ID)
                                .from(E)
                                .hint(name, "no hint at all")
                                .prefixWith("another", "wrong words")
                                .prefixWith(name, "ALL")
                                .suffixWith(name, "/* the end */")
                                .where(ID.eq(1))))
                .containsExactly(1);
    }

    @EveryDatabase
    @Requires(Capability.FOR_UPDATE)
    void lockForUpdate(Database database) {
        assertThat(list(database, select(ID).from(E).where(ID.eq(1)).limit(1).forUpdate()))
                .containsExactly(1);
    }

    @EveryDatabase
    @Requires(Capability.FOR_SHARE)
    void lockForShare(Database database) {
        assertThat(list(database, select(ID).from(E).where(ID.eq(1)).lock(RowLock.forShare())))
                .containsExactly(1);
    }

    @EveryDatabase
    @Requires(Capability.KEY_LOCKS)
    void locksOfKeys(Database database) {
        assertThat(list(database, select(ID).from(E).where(ID.eq(1)).lock(RowLock.forKeyShare())))
                .containsExactly(1);
        assertThat(list(database, select(ID).from(E).where(ID.eq(1)).lock(RowLock.forNoKeyUpdate())))
                .containsExactly(1);
    }

    @EveryDatabase
    @Requires({Capability.FOR_UPDATE, Capability.LOCK_OF_TABLES})
    void lockOfSomeTables(Database database) {
        assertThat(list(
                        database,
                        select(ID)
                                .from(E)
                                .join(D)
                                .where(ID.eq(1))
                                .lock(RowLock.forUpdate().of(E))))
                .containsExactly(1);
    }

    @EveryDatabase
    @Requires({Capability.FOR_UPDATE, Capability.LOCK_NOWAIT, Capability.LOCK_SKIP_LOCKED})
    void lockedRows(Database database) {
        database.engine().transaction(connection -> {
            connection.list(select(ID).from(E).where(ID.eq(1)).forUpdate());
            assertThat(list(
                            database,
                            select(ID)
                                    .from(E)
                                    .orderBy(ID)
                                    .lock(RowLock.forUpdate().skipLocked())))
                    .containsExactly(2, 3, 4, 5);
            assertThatThrownBy(() -> list(
                            database,
                            select(ID)
                                    .from(E)
                                    .where(ID.eq(1))
                                    .lock(RowLock.forUpdate().noWait())))
                    .isInstanceOf(dev.dovetail.DatabaseException.class);
        });
    }

    @EveryDatabase
    @Requires({Capability.FOR_UPDATE, Capability.LOCK_OF_OUTER_JOINS})
    void lockOfOuterJoins(Database database) {
        assertThat(list(database, select(ID).from(E).leftJoin(D).orderBy(ID).forUpdate()))
                .containsExactly(1, 2, 3, 4, 5);
    }

    @EveryDatabase
    @Requires({Capability.FOR_UPDATE, Capability.LOCK_OF_TABLES})
    void lockOfWhatAnOuterJoinAlwaysHas(Database database) {
        assertThat(list(
                        database,
                        select(ID)
                                .from(E)
                                .leftJoin(D)
                                .orderBy(ID)
                                .lock(RowLock.forUpdate().of(E))))
                .containsExactly(1, 2, 3, 4, 5);
    }

    @EveryDatabase
    @Requires({Capability.FOR_UPDATE, Capability.LOCK_OF_MERGED_ROWS})
    void lockOfMergedRows(Database database) {
        assertThat(list(database, select(DEPARTMENT_ID).from(E).distinct().forUpdate()))
                .hasSize(3);
    }
}
