package dev.dovetail.testkit.contract;

import static dev.dovetail.sql.Sql.aggregate;
import static dev.dovetail.sql.Sql.avg;
import static dev.dovetail.sql.Sql.count;
import static dev.dovetail.sql.Sql.countAll;
import static dev.dovetail.sql.Sql.countDistinct;
import static dev.dovetail.sql.Sql.cube;
import static dev.dovetail.sql.Sql.cumeDist;
import static dev.dovetail.sql.Sql.denseRank;
import static dev.dovetail.sql.Sql.firstValue;
import static dev.dovetail.sql.Sql.grouping;
import static dev.dovetail.sql.Sql.groupingSets;
import static dev.dovetail.sql.Sql.lag;
import static dev.dovetail.sql.Sql.lastValue;
import static dev.dovetail.sql.Sql.lead;
import static dev.dovetail.sql.Sql.max;
import static dev.dovetail.sql.Sql.nthValue;
import static dev.dovetail.sql.Sql.ntile;
import static dev.dovetail.sql.Sql.orderBy;
import static dev.dovetail.sql.Sql.partitionBy;
import static dev.dovetail.sql.Sql.percentRank;
import static dev.dovetail.sql.Sql.rank;
import static dev.dovetail.sql.Sql.rollup;
import static dev.dovetail.sql.Sql.rowNumber;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.stringAgg;
import static dev.dovetail.sql.Sql.sum;
import static dev.dovetail.sql.Sql.value;
import static dev.dovetail.testkit.contract.Staff.DEPARTMENT_ID;
import static dev.dovetail.testkit.contract.Staff.E;
import static dev.dovetail.testkit.contract.Staff.ID;
import static dev.dovetail.testkit.contract.Staff.NAME;
import static dev.dovetail.testkit.contract.Staff.SALARY;
import static dev.dovetail.testkit.contract.Staff.list;
import static dev.dovetail.type.Types.DOUBLE;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.compile.Capability;
import dev.dovetail.sql.Frame;
import dev.dovetail.sql.FrameBound;
import dev.dovetail.sql.Row2;
import dev.dovetail.sql.Row3;
import dev.dovetail.sql.Window;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.testkit.Requires;
import dev.dovetail.testkit.Shows;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Windows, and aggregates that are more than a call. */
public class WindowContract {
    private static final Window BY_ID = orderBy(ID);

    /** Makes the tests; JUnit calls it. */
    public WindowContract() {}

    @BeforeEach
    void createTables(Database database) {
        Staff.create(database);
    }

    @EveryDatabase
    void numbersAndRanks(Database database) {
        Window salary = orderBy(SALARY.desc().nullsLast());
        assertThat(list(
                        database,
                        select(ID, rank().over(salary), denseRank().over(salary))
                                .from(E)
                                .orderBy(ID)))
                .containsExactly(
                        new Row3<>(1, 1L, 1L),
                        new Row3<>(2, 2L, 2L),
                        new Row3<>(3, 2L, 2L),
                        new Row3<>(4, 5L, 4L),
                        new Row3<>(5, 4L, 3L));
        assertThat(list(
                        database,
                        select(rowNumber().over(partitionBy(DEPARTMENT_ID).orderBy(ID.desc())))
                                .from(E)
                                .orderBy(ID)))
                .containsExactly(2L, 1L, 2L, 1L, 1L);
        assertThat(list(database, select(ntile(2).over(BY_ID)).from(E).orderBy(ID)))
                .containsExactly(1L, 1L, 1L, 2L, 2L);
        assertThat(list(
                        database,
                        select(percentRank().over(BY_ID), cumeDist().over(BY_ID))
                                .from(E)
                                .orderBy(ID)))
                .contains(new Row2<>(0.0, 0.2), new Row2<>(0.5, 0.6), new Row2<>(1.0, 1.0));
    }

    @EveryDatabase
    void valuesOfOtherRows(Database database) {
        Window whole = BY_ID.rows(FrameBound.first(), FrameBound.last());
        assertThat(list(
                        database,
                        select(
                                        lag(ID).over(BY_ID),
                                        lead(ID, 2).over(BY_ID),
                                        nthValue(ID, 2).over(whole))
                                .from(E)
                                .orderBy(ID)))
                .containsExactly(
                        new Row3<>(null, 3, 2),
                        new Row3<>(1, 4, 2),
                        new Row3<>(2, 5, 2),
                        new Row3<>(3, null, 2),
                        new Row3<>(4, null, 2));
        assertThat(list(
                        database,
                        select(firstValue(NAME).over(whole), lastValue(NAME).over(whole))
                                .from(E)
                                .limit(1)))
                .containsExactly(new Row2<>("Ann", "Eve"));
    }

    @EveryDatabase
    @Requires(Capability.LAG_DEFAULT)
    void otherwiseOfLag(Database database) {
        assertThat(list(database, select(lag(ID, 1, 0).over(BY_ID)).from(E).orderBy(ID)))
                .containsExactly(0, 1, 2, 3, 4);
    }

    @EveryDatabase
    void aggregatesOverFrames(Database database) {
        Window around = BY_ID.rows(FrameBound.preceding(1), FrameBound.following(1));
        assertThat(list(database, select(count(ID).over(around)).from(E).orderBy(ID)))
                .containsExactly(2L, 3L, 3L, 3L, 2L);
        Window near = BY_ID.range(FrameBound.preceding(2), FrameBound.current());
        assertThat(list(database, select(countAll().over(near)).from(E).orderBy(ID)))
                .containsExactly(1L, 2L, 3L, 3L, 3L);
        assertThat(list(database, select(max(SALARY).over()).from(E)))
                .containsOnly(100)
                .hasSize(5);
    }

    @EveryDatabase
    @Requires({Capability.FRAME_GROUPS, Capability.FRAME_EXCLUSION})
    void groupsAndExclusion(Database database) {
        Window others = orderBy(SALARY)
                .groups(FrameBound.current(), FrameBound.current())
                .exclude(Frame.Exclusion.CURRENT_ROW);
        assertThat(list(
                        database,
                        select(countAll().over(others))
                                .from(E)
                                .where(SALARY.isNotNull())
                                .orderBy(ID)))
                .containsExactly(0L, 1L, 1L, 0L);
    }

    @EveryDatabase
    void windowWithAName(Database database) {
        Window w = partitionBy(DEPARTMENT_ID).orderBy(ID).as("w");
        assertThat(list(
                        database,
                        select(rowNumber().over(w), count(ID).over(w))
                                .from(E)
                                .window(w)
                                .orderBy(ID)))
                .containsExactly(
                        new Row2<>(1L, 1L),
                        new Row2<>(2L, 2L),
                        new Row2<>(1L, 1L),
                        new Row2<>(2L, 2L),
                        new Row2<>(1L, 1L));
    }

    @EveryDatabase
    @Shows(Capability.AGGREGATE_FILTER)
    void filters(Database database) {
        assertThat(list(
                        database,
                        select(
                                        countAll().filter(SALARY.ge(80)),
                                        countDistinct(SALARY).filter(ID.gt(1)),
                                        count(ID).filter(SALARY.isNull()))
                                .from(E)))
                .containsExactly(new Row3<>(3L, 2L, 1L));
        assertThat(list(
                                database,
                                select(sum(SALARY).filter(ID.le(2)).over())
                                        .from(E)
                                        .limit(1))
                        .get(0))
                .isEqualByComparingTo("180");
    }

    @EveryDatabase
    void textsAsOne(Database database) {
        assertThat(list(
                        database,
                        select(stringAgg(NAME, ", ").orderBy(ID.desc())).from(E)))
                .containsExactly("Eve, Dee, Cid, Bob, Ann");
        assertThat(list(
                        database,
                        select(stringAgg(NAME, "'\\").orderBy(ID)).from(E).where(ID.le(2))))
                .containsExactly("Ann'\\Bob");
        assertThat(list(database, select(stringAgg(NAME, "+").filter(ID.eq(1))).from(E)))
                .containsExactly("Ann");
        assertThat(list(
                        database,
                        select(stringAgg(NAME, "/").orderBy(ID))
                                .from(E)
                                .groupBy(DEPARTMENT_ID)
                                .orderBy(max(ID))))
                .containsExactly("Ann/Bob", "Cid/Dee", "Eve");
    }

    @EveryDatabase
    void textsAsOneLongOne(Database database) {
        String ending = "é".repeat(100_000);
        assertThat(list(
                        database,
                        select(stringAgg(NAME.concat(ending), "/").orderBy(ID)).from(E)))
                .containsExactly(String.join(
                        "/", "Ann" + ending, "Bob" + ending, "Cid" + ending, "Dee" + ending, "Eve" + ending));
    }

    @EveryDatabase
    void differentTextsAsOne(Database database) {
        if (database.dialect().name().equals("SQLite")) {
            return; // its group_concat takes DISTINCT only without a separator
        }
        var initial = dev.dovetail.sql.Sql.text(
                dev.dovetail.sql.Sql.when(ID.le(2), value("x")).otherwise(value("y")));
        assertThat(list(
                        database,
                        select(stringAgg(NAME, ";").distinct().orderBy(NAME.desc()))
                                .from(E)
                                .where(ID.le(2))))
                .containsExactly("Bob;Ann");
        assertThat(list(database, select(stringAgg(initial, ";").distinct()).from(E))
                        .get(0))
                .hasSize(3);
    }

    @EveryDatabase
    @Requires(Capability.WITHIN_GROUP)
    void withinAGroup(Database database) {
        assertThat(list(
                        database,
                        select(aggregate("percentile_cont", DOUBLE, value(0.5)).withinGroup(ID))
                                .from(E)))
                .containsExactly(3.0);
    }

    @EveryDatabase
    @Requires(Capability.ROLLUP)
    void rollsUp(Database database) {
        assertThat(list(
                        database,
                        select(DEPARTMENT_ID, count(ID))
                                .from(E)
                                .where(DEPARTMENT_ID.isNotNull())
                                .groupBy(rollup(DEPARTMENT_ID))))
                .containsExactlyInAnyOrder(new Row2<>(1, 2L), new Row2<>(2, 2L), new Row2<>(null, 4L));
    }

    @EveryDatabase
    @Requires({Capability.ROLLUP, Capability.ORDERED_ROLLUP, Capability.GROUPING_FUNCTION})
    void tellsTotalsFromNull(Database database) {
        assertThat(list(
                        database,
                        select(grouping(DEPARTMENT_ID), count(ID))
                                .from(E)
                                .groupBy(rollup(DEPARTMENT_ID))
                                .orderBy(count(ID).desc())
                                .limit(1)))
                .containsExactly(new Row2<>(1, 5L));
    }

    @EveryDatabase
    @Requires(Capability.GROUPING_SETS)
    void groupsInSeveralWays(Database database) {
        assertThat(list(database, select(count(ID)).from(E).groupBy(cube(DEPARTMENT_ID, SALARY))))
                .hasSize(13);
        assertThat(list(
                        database,
                        select(count(ID)).from(E).groupBy(groupingSets(List.of(List.of(DEPARTMENT_ID), List.of())))))
                .containsExactlyInAnyOrder(2L, 2L, 1L, 5L);
    }

    @EveryDatabase
    void groupsByWhatHasAParameter(Database database) {
        var even = SALARY.plus(1).as("more");
        assertThat(list(
                        database,
                        select(even, countAll())
                                .from(E)
                                .where(SALARY.isNotNull())
                                .groupBy(SALARY.plus(1))
                                .orderBy(SALARY.plus(1))))
                .containsExactly(new Row2<>(61, 1L), new Row2<>(81, 2L), new Row2<>(101, 1L));
        assertThat(list(
                        database,
                        select(SALARY.plus(1))
                                .from(E)
                                .distinct()
                                .where(SALARY.isNotNull())
                                .orderBy(SALARY.plus(1).desc())))
                .containsExactly(101, 81, 61);
        assertThat(list(database, select(avg(SALARY)).from(E)).get(0)).isEqualByComparingTo("80");
    }

    @EveryDatabase
    void aNumberIsNoPosition(Database database) {
        assertThat(list(
                        database,
                        select(ID, NAME).from(E).orderBy(value(2), ID.desc()).limit(1)))
                .containsExactly(new Row2<>(5, "Eve"));
        assertThat(list(database, select(count(ID)).from(E).groupBy(value(9)))).containsExactly(5L);
    }

    @EveryDatabase
    @Requires(Capability.WINDOW_DISTINCT)
    void differentValuesOverAWindow(Database database) {
        assertThat(list(database, select(countDistinct(SALARY).over()).from(E))).containsOnly(3L);
    }

    @EveryDatabase
    @Requires(Capability.WINDOW_STRING_AGG)
    void textsAsOneOverAWindow(Database database) {
        assertThat(list(
                        database,
                        select(stringAgg(NAME, "+").over(BY_ID))
                                .from(E)
                                .orderBy(ID)
                                .limit(2)))
                .containsExactly("Ann", "Ann+Bob");
    }

    @EveryDatabase
    @Requires(Capability.AGGREGATE_ORDER)
    void rowsOfAnAggregateInAnOrder(Database database) {
        assertThat(list(
                        database,
                        select(aggregate("max", INTEGER, ID).orderBy(NAME)).from(E)))
                .containsExactly(5);
    }
}
