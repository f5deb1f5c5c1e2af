package dev.dovetail.testkit.contract;

import static dev.dovetail.sql.Sql.countOf;
import static dev.dovetail.sql.Sql.cte;
import static dev.dovetail.sql.Sql.exists;
import static dev.dovetail.sql.Sql.scalar;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.with;
import static dev.dovetail.testkit.contract.Staff.D;
import static dev.dovetail.testkit.contract.Staff.DEPARTMENT_ID;
import static dev.dovetail.testkit.contract.Staff.D_ID;
import static dev.dovetail.testkit.contract.Staff.E;
import static dev.dovetail.testkit.contract.Staff.ID;
import static dev.dovetail.testkit.contract.Staff.MANAGER_ID;
import static dev.dovetail.testkit.contract.Staff.NAME;
import static dev.dovetail.testkit.contract.Staff.isOnAnotherServer;
import static dev.dovetail.testkit.contract.Staff.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.compile.Capability;
import dev.dovetail.sql.Query;
import dev.dovetail.sql.Select;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.testkit.Requires;
import dev.dovetail.testkit.Shows;
import org.junit.jupiter.api.BeforeEach;

/** Queries are united, intersected and taken from one another, in brackets where they need them. */
public class SetOperationContract {
    private static final Select<Integer> ONE_TO_FIVE = select(ID).from(E);
    private static final Select<Integer> ONE_TO_THREE = select(D_ID).from(D);
    /** 1, 1, 3, 3 */
    private static final Select<Integer> MANAGERS = select(MANAGER_ID).from(E).where(MANAGER_ID.isNotNull());

    /** Makes the tests; JUnit calls it. */
    public SetOperationContract() {}

    @BeforeEach
    void createTables(Database database) {
        Staff.create(database);
    }

    @EveryDatabase
    void unionTakesEqualRowsOnce(Database database) {
        assertThat(list(database, ONE_TO_THREE.union(MANAGERS).orderBy(D_ID))).containsExactly(1, 2, 3);
        assertThat(list(database, ONE_TO_THREE.unionAll(MANAGERS).orderBy(D_ID)))
                .containsExactly(1, 1, 1, 2, 3, 3, 3);
    }

    @EveryDatabase
    void intersectAndExcept(Database database) {
        assertThat(list(database, ONE_TO_THREE.intersect(MANAGERS).orderBy(D_ID.desc())))
                .containsExactly(3, 1);
        assertThat(list(database, ONE_TO_THREE.except(MANAGERS))).containsExactly(2);
    }

    @EveryDatabase
    @Requires(Capability.INTERSECT_AND_EXCEPT_ALL)
    void allCountsEqualRows(Database database) {
        assertThat(list(database, MANAGERS.exceptAll(ONE_TO_THREE).orderBy(MANAGER_ID)))
                .containsExactly(1, 3);
        assertThat(list(database, MANAGERS.intersectAll(MANAGERS).orderBy(MANAGER_ID)))
                .containsExactly(1, 1, 3, 3);
    }

    @EveryDatabase
    @Shows(Capability.SET_OPERATION_BRACKETS)
    void eachIsNestedAsItWasBuilt(Database database) {
        Query<Integer> left = ONE_TO_FIVE.except(ONE_TO_THREE).union(MANAGERS).orderBy(ID);
        assertThat(list(database, left)).containsExactly(1, 3, 4, 5);
        Query<Integer> right = ONE_TO_FIVE.except(ONE_TO_THREE.union(MANAGERS)).orderBy(ID);
        assertThat(list(database, right)).containsExactly(4, 5);
        Query<Integer> intersected =
                ONE_TO_FIVE.union(ONE_TO_THREE).intersect(MANAGERS).orderBy(ID);
        assertThat(list(database, intersected)).containsExactly(1, 3);
        Query<Integer> united =
                ONE_TO_FIVE.unionAll(ONE_TO_THREE.intersect(MANAGERS)).orderBy(ID);
        assertThat(list(database, united)).containsExactly(1, 1, 2, 3, 3, 4, 5);
        Query<Integer> mixed = ONE_TO_THREE.unionAll(ONE_TO_THREE).union(ONE_TO_THREE.unionAll(MANAGERS));
        assertThat(list(database, mixed)).containsExactlyInAnyOrder(1, 2, 3);
    }

    @EveryDatabase
    void limitOfAPartAndOfTheWhole(Database database) {
        Query<Integer> query = ONE_TO_FIVE
                .orderBy(ID.desc())
                .limit(2)
                .unionAll(ONE_TO_THREE.orderBy(D_ID).limit(1))
                .orderBy(ID)
                .limit(2)
                .offset(1);
        assertThat(list(database, query)).containsExactly(4, 5);
        assertThat(list(database, ONE_TO_THREE.union(ONE_TO_FIVE).orderBy(D_ID).offset(3)))
                .containsExactly(4, 5);
    }

    @EveryDatabase
    void orderByLabel(Database database) {
        var shown = NAME.upper().as("shown");
        assertThat(list(
                        database,
                        select(shown)
                                .from(E)
                                .where(ID.le(2))
                                .union(select(NAME.upper()).from(E))
                                .orderBy(shown.desc())
                                .limit(2)))
                .containsExactly("EVE", "DEE");
    }

    @EveryDatabase
    void insideOtherQueries(Database database) {
        Query<Integer> both = ONE_TO_THREE.intersect(MANAGERS);
        assertThat(list(database, select(ID).from(E).where(ID.in(both)).orderBy(ID)))
                .containsExactly(1, 3);
        assertThat(list(
                        database,
                        select(ID)
                                .from(E)
                                .where(ID.in(
                                        both.union(ONE_TO_THREE.orderBy(D_ID).limit(1))))
                                .orderBy(ID)))
                .containsExactly(1, 3);
        assertThat(list(database, select(ID).from(E).where(exists(both), ID.lt(2))))
                .containsExactly(1);
        assertThat(list(
                        database,
                        select(scalar(ONE_TO_THREE.except(MANAGERS))).from(D).where(D_ID.eq(1))))
                .containsExactly(2);
        assertThat(list(database, countOf(both))).containsExactly(2L);
        var named = cte("some", both);
        assertThat(list(
                        database,
                        with(named)
                                .query(select(named.col("id", Integer.class))
                                        .from(named)
                                        .orderBy(named.col("id", Integer.class)))))
                .containsExactly(1, 3);
    }

    @EveryDatabase
    void asASourceWithColumnNames(Database database) {
        if (isOnAnotherServer(database)) {
            return;
        }
        var source = ONE_TO_THREE.intersect(MANAGERS).as("both_of", "n");
        assertThat(list(
                        database,
                        select(source.col("n", Integer.class)).from(source).orderBy(source.col("n", Integer.class))))
                .containsExactly(1, 3);
    }

    @EveryDatabase
    void withInAPart(Database database) {
        var some = cte("some", ONE_TO_THREE);
        Query<Integer> inner = select(some.col("id", Integer.class)).from(some).with(some);
        assertThat(list(database, inner.union(MANAGERS))).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(list(database, MANAGERS.union(inner))).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(list(database, select(ID).from(E).where(ID.in(inner)))).containsExactlyInAnyOrder(1, 2, 3);
    }

    @EveryDatabase
    void nullIsOneOfTheValues(Database database) {
        assertThat(list(
                        database,
                        select(DEPARTMENT_ID)
                                .from(E)
                                .union(select(DEPARTMENT_ID).from(E))))
                .containsExactlyInAnyOrder(1, 2, null);
    }
}
