package dev.dovetail.testkit.contract;

import static dev.dovetail.sql.Sql.all;
import static dev.dovetail.sql.Sql.always;
import static dev.dovetail.sql.Sql.any;
import static dev.dovetail.sql.Sql.count;
import static dev.dovetail.sql.Sql.exists;
import static dev.dovetail.sql.Sql.max;
import static dev.dovetail.sql.Sql.named;
import static dev.dovetail.sql.Sql.not;
import static dev.dovetail.sql.Sql.row;
import static dev.dovetail.sql.Sql.scalar;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.selectFrom;
import static dev.dovetail.sql.Sql.tableFunction;
import static dev.dovetail.sql.Sql.value;
import static dev.dovetail.sql.Sql.values;
import static dev.dovetail.testkit.contract.Staff.D;
import static dev.dovetail.testkit.contract.Staff.DEPARTMENT_ID;
import static dev.dovetail.testkit.contract.Staff.D_ID;
import static dev.dovetail.testkit.contract.Staff.D_NAME;
import static dev.dovetail.testkit.contract.Staff.E;
import static dev.dovetail.testkit.contract.Staff.ID;
import static dev.dovetail.testkit.contract.Staff.MANAGER_ID;
import static dev.dovetail.testkit.contract.Staff.NAME;
import static dev.dovetail.testkit.contract.Staff.SALARY;
import static dev.dovetail.testkit.contract.Staff.isOnAnotherServer;
import static dev.dovetail.testkit.contract.Staff.list;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.compile.Capability;
import dev.dovetail.sql.Row2;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.TableSource;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.testkit.Requires;
import dev.dovetail.testkit.Shows;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Where rows come from: joins, subqueries, values, functions; and rows of values as one value. */
public class SourceContract {
    private static final TableSource BOSS = E.as("boss");

    /** Makes the tests; JUnit calls it. */
    public SourceContract() {}

    @BeforeEach
    void createTables(Database database) {
        Staff.create(database);
    }

    @EveryDatabase
    void joinsByForeignKey(Database database) {
        assertThat(list(
                        database,
                        select(NAME, D_NAME).from(E).join(D).where(ID.ge(3)).orderBy(ID)))
                .containsExactly(new Row2<>("Cid", "Blue"), new Row2<>("Dee", "Blue"));
        assertThat(list(database, select(NAME, D_NAME).from(E).leftJoin(D).where(ID.eq(5))))
                .containsExactly(new Row2<>("Eve", null));
        assertThat(list(
                        database,
                        select(NAME, BOSS.text("name")).from(E).join(BOSS).where(ID.eq(4))))
                .containsExactly(new Row2<>("Dee", "Cid"));
    }

    @EveryDatabase
    void rightAndCrossJoin(Database database) {
        assertThat(list(
                        database,
                        select(D_NAME)
                                .from(E)
                                .rightJoin(D, DEPARTMENT_ID.eq(D_ID))
                                .where(ID.isNull())))
                .containsExactly("Empty");
        assertThat(list(database, select(ID).from(E).crossJoin(D))).hasSize(15);
    }

    @EveryDatabase
    @Requires(Capability.FULL_JOIN)
    void fullJoin(Database database) {
        assertThat(list(
                        database,
                        select(NAME, D_NAME)
                                .from(E)
                                .fullJoin(D, DEPARTMENT_ID.eq(D_ID))
                                .where(ID.isNull().or(D_ID.isNull()))))
                .containsExactlyInAnyOrder(new Row2<>("Eve", null), new Row2<>(null, "Empty"));
    }

    @EveryDatabase
    @Requires(Capability.LATERAL)
    void lateralSubquery(Database database) {
        var best = select(NAME)
                .from(E)
                .where(DEPARTMENT_ID.eq(D_ID))
                .orderBy(ID.desc())
                .limit(1)
                .as("best")
                .lateral();
        assertThat(list(
                        database,
                        select(D_NAME, best.text("name"))
                                .from(D)
                                .leftJoin(best, always())
                                .orderBy(D_ID)))
                .containsExactly(new Row2<>("Red", "Bob"), new Row2<>("Blue", "Dee"), new Row2<>("Empty", null));
        assertThat(list(database, select(D_NAME).from(D).crossJoin(best).orderBy(D_ID)))
                .containsExactly("Red", "Blue");
    }

    @EveryDatabase
    void subqueryWithColumnNames(Database database) {
        if (isOnAnotherServer(database)) {
            return;
        }
        var counted =
                select(DEPARTMENT_ID, count(ID)).from(E).groupBy(DEPARTMENT_ID).as("counted", "dept", "heads");
        assertThat(list(
                        database,
                        select(D_NAME, counted.col("heads", Long.class))
                                .from(D)
                                .join(counted, D_ID.eq(counted.col("dept", Integer.class)))
                                .orderBy(D_ID)))
                .containsExactly(new Row2<>("Red", 2L), new Row2<>("Blue", 2L));
    }

    @EveryDatabase
    void subqueryOfColumnsWithoutNames(Database database) {
        var source = select(List.of(
                        count(ID), max(ID), value("a"), value("b"), NAME.lower().as("low")))
                .from(E)
                .groupBy(NAME.lower())
                .as("source");
        assertThat(list(
                        database,
                        select(source.text("low"))
                                .from(source)
                                .orderBy(source.text("low"))
                                .limit(1)))
                .containsExactly("ann");
    }

    @EveryDatabase
    void valuesAsATable(Database database) {
        if (isOnAnotherServer(database)) {
            return;
        }
        var wanted = values(row(1, "one", LocalDate.of(2020, 2, 29)), row(3, "three", LocalDate.of(2021, 1, 1)))
                .as("wanted", "nr", "word", "at_day");
        assertThat(list(
                        database,
                        select(NAME, wanted.text("word"))
                                .from(E)
                                .join(wanted, ID.eq(wanted.col("nr", Integer.class)))
                                .where(wanted.col("at_day", LocalDate.class).gt(LocalDate.of(2020, 1, 1)))
                                .orderBy(ID)))
                .containsExactly(new Row2<>("Ann", "one"), new Row2<>("Cid", "three"));
        assertThat(list(database, selectFrom(values(row(7)).as("lonely", "nr"))))
                .hasSize(1);
    }

    @EveryDatabase
    @Requires({Capability.TABLE_FUNCTIONS, Capability.DERIVED_COLUMN_NAMES})
    void functionAsATable(Database database) {
        var numbers = tableFunction("generate_series", value(2), value(4)).as("numbers", named("n", INTEGER));
        if (database.dialect().name().equals("H2")) {
            numbers = tableFunction("system_range", value(2), value(4)).as("numbers", named("n", INTEGER));
        }
        assertThat(list(database, select(numbers.col("n", Integer.class)).from(numbers)))
                .containsExactly(2, 3, 4);
    }

    @EveryDatabase
    void correlatedSubqueries(Database database) {
        TableSource other = E.as("other");
        Select<Integer> ofBoss = select(other.col("id", Integer.class))
                .from(other)
                .where(other.col("manager_id", Integer.class).eq(ID));
        assertThat(list(database, select(NAME).from(E).where(exists(ofBoss)).orderBy(ID)))
                .containsExactly("Ann", "Cid");
        assertThat(list(
                        database,
                        select(NAME).from(E).where(not(exists(ofBoss))).orderBy(ID)))
                .containsExactly("Bob", "Dee", "Eve");
        assertThat(list(
                        database,
                        select(
                                        NAME,
                                        scalar(select(count(other.col("id", Integer.class)))
                                                .from(other)
                                                .where(other.col("manager_id", Integer.class)
                                                        .eq(ID))))
                                .from(E)
                                .where(ID.le(2))
                                .orderBy(ID)))
                .containsExactly(new Row2<>("Ann", 2L), new Row2<>("Bob", 0L));
    }

    @EveryDatabase
    @Shows(Capability.LIMIT_IN_SUBQUERY)
    void limitInASubquery(Database database) {
        assertThat(list(
                        database,
                        select(NAME)
                                .from(E)
                                .where(ID.in(
                                        select(ID).from(E).orderBy(ID.desc()).limit(2)))
                                .orderBy(ID)))
                .containsExactly("Dee", "Eve");
    }

    @EveryDatabase
    @Requires(Capability.QUANTIFIED_COMPARISON)
    void anyAndAll(Database database) {
        Select<Integer> managers = select(MANAGER_ID).from(E).where(MANAGER_ID.isNotNull());
        assertThat(list(database, select(ID).from(E).where(ID.eq(any(managers))).orderBy(ID)))
                .containsExactly(1, 3);
        assertThat(list(
                        database,
                        select(ID).from(E).where(ID.gt(all(managers.limit(9)))).orderBy(ID)))
                .containsExactly(4, 5);
    }

    @EveryDatabase
    @Shows(Capability.ROW_IN_LIST)
    void rowsOfValues(Database database) {
        assertThat(list(
                        database,
                        select(ID).from(E).where(row(DEPARTMENT_ID, SALARY).eq(row(1, 80)))))
                .containsExactly(2);
        assertThat(list(
                        database,
                        select(ID)
                                .from(E)
                                .where(row(DEPARTMENT_ID, ID).gt(row(1, 1)))
                                .orderBy(ID)))
                .containsExactly(2, 3, 4);
        assertThat(list(
                        database,
                        select(ID)
                                .from(E)
                                .where(row(DEPARTMENT_ID, ID).in(row(1, 1), row(2, 4), row(2, 1)))
                                .orderBy(ID)))
                .containsExactly(1, 4);
        assertThat(list(
                        database,
                        select(ID).from(E).where(row(DEPARTMENT_ID, ID).notIn(List.of()))))
                .hasSize(5);
        assertThat(list(
                        database,
                        select(ID)
                                .from(E)
                                .where(row(ID, NAME)
                                        .in(select(ID, NAME).from(E).orderBy(ID).limit(1)))))
                .containsExactly(1);
    }
}
