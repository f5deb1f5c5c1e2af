package dev.dovetail.testkit.contract;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.count;
import static dev.dovetail.sql.Sql.cte;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.number;
import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.recursive;
import static dev.dovetail.sql.Sql.recursiveDistinct;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.selectFrom;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.sql.Sql.value;
import static dev.dovetail.sql.Sql.with;
import static dev.dovetail.testkit.contract.Staff.D;
import static dev.dovetail.testkit.contract.Staff.DEPARTMENT;
import static dev.dovetail.testkit.contract.Staff.D_ID;
import static dev.dovetail.testkit.contract.Staff.D_NAME;
import static dev.dovetail.testkit.contract.Staff.E;
import static dev.dovetail.testkit.contract.Staff.EMPLOYEE;
import static dev.dovetail.testkit.contract.Staff.ID;
import static dev.dovetail.testkit.contract.Staff.MANAGER_ID;
import static dev.dovetail.testkit.contract.Staff.NAME;
import static dev.dovetail.testkit.contract.Staff.list;
import static dev.dovetail.type.Types.BIGINT;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.dovetail.IntegrityException;
import dev.dovetail.compile.Capability;
import dev.dovetail.engine.Connection;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Cte;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Query;
import dev.dovetail.sql.Row2;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.testkit.Requires;
import dev.dovetail.testkit.Shows;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Common table expressions: plain, of one another, recursive, before statements that write, and writing themselves. */
public class WithContract {
    /** Makes the tests; JUnit calls it. */
    public WithContract() {}

    @BeforeEach
    void createTables(Database database) {
        Staff.create(database);
    }

    @EveryDatabase
    @Shows(Capability.MATERIALIZED_CTE)
    void plainWithColumnNames(Database database) {
        Cte red = cte("red", select(ID, NAME.upper()).from(E).where(ID.le(2)), "nr", "loud")
                .materialized();
        Query<Row2<Integer, String>> query = select(red.col("nr", Integer.class), red.col("loud", String.class))
                .from(red)
                .orderBy(red.col("nr", Integer.class))
                .with(red);
        assertThat(list(database, query)).containsExactly(new Row2<>(1, "ANN"), new Row2<>(2, "BOB"));
    }

    @EveryDatabase
    void oneOfAnotherAndTwice(Database database) {
        Cte heads = cte(
                "heads",
                select(MANAGER_ID).from(E).where(MANAGER_ID.isNotNull()).distinct());
        Cte named = cte(
                "named",
                select(ID, NAME)
                        .from(E)
                        .where(ID.in(
                                select(heads.col("manager_id", Integer.class)).from(heads))));
        var one = named.as("one");
        var other = named.as("other");
        assertThat(list(
                        database,
                        with(heads, named)
                                .query(select(one.text("name"), other.text("name"))
                                        .from(one)
                                        .join(
                                                other,
                                                one.col("id", Integer.class).lt(other.col("id", Integer.class))))))
                .containsExactly(new Row2<>("Ann", "Cid"));
    }

    @EveryDatabase
    void theSameWithOtherValues(Database database) {
        try (Connection connection = database.engine().connect()) {
            for (int manager = 1; manager <= 3; manager++) {
                Cte chosen = cte("chosen", select(ID).from(E).where(ID.eq(manager)));
                Query<Integer> query = select(ID)
                        .from(E)
                        .where(MANAGER_ID.in(
                                select(chosen.col("id", Integer.class)).from(chosen)))
                        .orderBy(ID)
                        .with(chosen);
                Query<Integer> plain =
                        select(ID).from(E).where(MANAGER_ID.eq(manager)).orderBy(ID);
                assertThat(connection.list(query)).isEqualTo(connection.list(plain));
            }
        }
    }

    @EveryDatabase
    void severalRowsOfValuesAreRightOrRefused(Database database) {
        Table numbers = Table.of("numbers", column("number", BIGINT));
        database.create(numbers);
        Cte chosen = cte("chosen", select(ID).from(E).where(ID.eq(parameter(0, INTEGER))));
        Insert insert = insertInto(numbers)
                .columns(numbers.columns().get(0))
                .select(select(count(ID))
                        .from(E)
                        .where(MANAGER_ID.in(
                                select(chosen.col("id", Integer.class)).from(chosen)))
                        .with(chosen));
        List<Object[]> rows = List.of(new Object[] {1}, new Object[] {2});
        try (Connection connection = database.engine().connect()) {
            if (database.engine().dialect().mistakesParameters("WITH chosen AS (SELECT ?)")) {
                assertThatThrownBy(() -> connection.executeBatch(insert, rows)).hasMessageContaining("one by one");
            } else {
                connection.executeBatch(insert, rows);
                assertThat(connection.list(
                                select(table(numbers).col("number", Long.class)).from(table(numbers))))
                        .containsExactlyInAnyOrder(2L, 0L);
            }
        }
    }

    @EveryDatabase
    void recursiveCounts(Database database) {
        Cte counted = recursive(
                "counted",
                select(value(1).as("n")),
                found -> select(found.number("n", Integer.class).plus(1))
                        .from(found)
                        .where(found.col("n", Integer.class).lt(5)));
        assertThat(list(
                        database,
                        select(counted.col("n", Integer.class))
                                .from(counted)
                                .orderBy(counted.col("n", Integer.class))
                                .with(counted)))
                .containsExactly(1, 2, 3, 4, 5);
    }

    @EveryDatabase
    void recursiveFollowsATree(Database database) {
        Cte below = recursive(
                "below",
                select(ID, NAME).from(E).where(ID.eq(3)),
                found -> select(ID, NAME).from(E).join(found, MANAGER_ID.eq(found.col("id", Integer.class))));
        assertThat(list(
                        database,
                        select(below.text("name"))
                                .from(below)
                                .orderBy(below.text("name"))
                                .with(below)))
                .containsExactly("Cid", "Dee", "Eve");
    }

    @EveryDatabase
    @Requires(Capability.RECURSIVE_DISTINCT)
    void recursiveDistinctEndsInACircle(Database database) {
        Cte circle = recursiveDistinct(
                "circle",
                select(D_ID).from(D).where(D_ID.eq(1)),
                found -> select(D_ID).from(D).join(found, D_ID.ne(found.col("id", Integer.class))));
        assertThat(list(database, selectFrom(circle).with(circle))).hasSize(3);
    }

    @EveryDatabase
    void inTheQueryOfAnInsert(Database database) {
        Cte more = cte("more", select(number(D_ID).plus(10).as("nr"), D_NAME).from(D));
        try (Connection connection = database.engine().connect()) {
            connection.execute(insertInto(DEPARTMENT)
                    .columns(DEPARTMENT.columns().toArray(Column<?>[]::new))
                    .select(select(more.col("nr", Integer.class), more.col("name", String.class))
                            .from(more)
                            .with(more)));
            assertThat(connection.list(select(D_ID).from(D).orderBy(D_ID))).containsExactly(1, 2, 3, 11, 12, 13);
        }
    }

    @EveryDatabase
    @Requires(Capability.WITH_BEFORE_INSERT)
    void beforeAnInsert(Database database) {
        Cte more = cte("more", select(number(D_ID).plus(10).as("nr"), D_NAME).from(D));
        try (Connection connection = database.engine().connect()) {
            connection.execute(with(more)
                    .write(insertInto(DEPARTMENT)
                            .columns(DEPARTMENT.columns().toArray(Column<?>[]::new))
                            .select(select(more.col("nr", Integer.class), more.col("name", String.class))
                                    .from(more))));
            assertThat(connection.list(select(D_ID).from(D).orderBy(D_ID))).containsExactly(1, 2, 3, 11, 12, 13);
        }
    }

    @EveryDatabase
    @Requires(Capability.WITH_BEFORE_UPDATE)
    void beforeAnUpdate(Database database) {
        Cte last = cte("last_of", select(number(D_ID).plus(2).as("id")).from(D));
        Query<Integer> ids = select(last.col("id", Integer.class)).from(last);
        try (Connection connection = database.engine().connect()) {
            connection.execute(with(last)
                    .write(update(EMPLOYEE)
                            .set(EMPLOYEE.column("name", String.class), "Fox")
                            .where(ID.in(ids))));
            assertThat(connection.list(select(ID).from(E).where(NAME.eq("Fox"))))
                    .containsExactly(3, 4, 5)
                    .hasSize(3);
        }
    }

    @EveryDatabase
    @Requires(Capability.WITH_BEFORE_UPDATE)
    void beforeADelete(Database database) {
        Cte last = cte("last_of", select(number(D_ID).plus(3).as("nr")).from(D));
        Query<Integer> ids = select(last.col("nr", Integer.class)).from(last);
        try (Connection connection = database.engine().connect()) {
            connection.execute(with(last).write(deleteFrom(EMPLOYEE).where(ID.in(ids))));
            assertThat(connection.list(select(ID).from(E).orderBy(ID))).containsExactly(1, 2, 3);
        }
    }

    @EveryDatabase
    @Requires(Capability.WRITING_CTE)
    void writingItself(Database database) {
        Cte moved = cte("moved", deleteFrom(EMPLOYEE).where(ID.ge(4)).returning(ID, NAME));
        try (Connection connection = database.engine().connect()) {
            assertThat(connection.list(select(moved.text("name"))
                            .from(moved)
                            .orderBy(moved.text("name"))
                            .with(moved)))
                    .containsExactly("Dee", "Eve");
            assertThat(connection.list(select(ID).from(E).orderBy(ID))).containsExactly(1, 2, 3);
        }
    }

    @EveryDatabase
    @Requires({Capability.WITH_BEFORE_INSERT, Capability.INSERT_RETURNING})
    void beforeAnInsertThatGivesRowsBack(Database database) {
        Cte more = cte("more", select(number(D_ID).plus(10).as("nr"), D_NAME).from(D));
        try (Connection connection = database.engine().connect()) {
            assertThat(connection.list(with(more)
                            .returning(insertInto(DEPARTMENT)
                                    .columns(DEPARTMENT.columns().toArray(Column<?>[]::new))
                                    .select(select(more.col("nr", Integer.class), more.col("name", String.class))
                                            .from(more))
                                    .returning(DEPARTMENT.column("id", Integer.class)))))
                    .containsExactlyInAnyOrder(11, 12, 13);
        }
    }

    @EveryDatabase
    @Requires(Capability.WITH_BEFORE_UPDATE)
    void whatFailsBehindItIsExplained(Database database) {
        Cte last = cte("last_of", select(number(D_ID).plus(2).as("id")).from(D));
        Query<Integer> ids = select(last.col("id", Integer.class)).from(last);
        try (Connection connection = database.engine().connect()) {
            connection.execute(with(last)
                    .write(update(EMPLOYEE)
                            .set(EMPLOYEE.column("department_id", Integer.class), 77)
                            .where(ID.in(ids))));
            fail("department 77 does not exist");
        } catch (IntegrityException e) {
            assertThat(e).hasMessageContaining("77");
        }
    }

    @EveryDatabase
    @Requires(Capability.WITH_BEFORE_UPDATE)
    void clientDefaultsAreMadeBehindIt(Database database) {
        Table note = Table.of(
                "note",
                column("id", INTEGER).primaryKey(),
                column("text", VARCHAR(20)),
                column("changed_by", VARCHAR(20)).clientDefault(() -> "maker").clientOnUpdate(() -> "changer"));
        database.create(note);
        Column<Integer> id = note.column("id", Integer.class);
        Column<String> changedBy = note.column("changed_by", String.class);
        Cte one = cte("one", select(value(1, INTEGER).as("id")));
        Query<Integer> ids = select(one.col("id", Integer.class)).from(one);
        try (Connection connection = database.engine().connect()) {
            connection.execute(insertInto(note).set(id, 1));
            connection.execute(with(one)
                    .write(update(note)
                            .set(note.column("text", String.class), "x")
                            .where(table(note).col(id).in(ids))));
            assertThat(connection.one(select(table(note).col(changedBy)).from(table(note))))
                    .isEqualTo("changer");
        }
    }

    @EveryDatabase
    @Requires(Capability.WITH_BEFORE_INSERT)
    void clientDefaultsAreMadeForAnInsertBehindIt(Database database) {
        Table note = Table.of(
                "note",
                column("id", INTEGER).primaryKey(),
                column("made_by", VARCHAR(20)).clientDefault(() -> "maker"));
        database.create(note);
        Column<Integer> id = note.column("id", Integer.class);
        Column<String> madeBy = note.column("made_by", String.class);
        Cte more = cte("more", select(D_ID.as("nr")).from(D));
        try (Connection connection = database.engine().connect()) {
            connection.execute(with(more)
                    .write(insertInto(note)
                            .columns(id)
                            .select(select(more.col("nr", Integer.class)).from(more))));
            assertThat(connection.list(select(table(note).col(madeBy)).from(table(note))))
                    .containsOnly("maker")
                    .hasSize(3);
        }
    }

    @EveryDatabase
    @Requires(Capability.WRITING_CTE)
    void clientDefaultsAreMadeWithin(Database database) {
        Table note = Table.of(
                "note",
                column("id", INTEGER).primaryKey(),
                column("made_by", VARCHAR(20)).clientDefault(() -> "maker"));
        database.create(note);
        Column<Integer> id = note.column("id", Integer.class);
        Cte made = cte("made", insertInto(note).set(id, 1).returning(note.column("made_by", String.class)));
        try (Connection connection = database.engine().connect()) {
            assertThat(connection.list(
                            with(made).query(select(made.text("made_by")).from(made))))
                    .containsExactly("maker");
        }
    }
}
