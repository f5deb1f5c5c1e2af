package dev.dovetail.testkit.contract;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.condition;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.value;
import static dev.dovetail.type.Types.BOOLEAN;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.engine.Connection;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.CustomExpression;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Row2;
import dev.dovetail.sql.SqlOutput;
import dev.dovetail.sql.TableSource;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.testkit.Requires;
import dev.dovetail.type.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** SQL that is written by hand, and expressions that programs define. */
public class RawSqlContract {

    private static final Table PAGE =
            Table.of("page", column("id", INTEGER).primaryKey(), column("title", VARCHAR(20)));
    private static final Column<Integer> ID = PAGE.column("id", Integer.class);
    private static final Column<String> TITLE = PAGE.column("title", String.class);
    private static final TableSource P = table(PAGE);

    /** Makes the tests; JUnit calls it. */
    public RawSqlContract() {}

    @BeforeEach
    void createTable(Database database) {
        database.create(PAGE);
        database.engine().transaction(connection -> {
            for (int id = 1; id <= 3; id++) {
                connection.execute(insertInto(PAGE).set(ID, id).set(TITLE, "page " + id));
            }
        });
    }

    @EveryDatabase
    void typedRows(Database database) {
        try (Connection connection = database.engine().connect()) {
            List<Row2<Integer, String>> rows =
                    connection.list(sql("SELECT id, title FROM page WHERE id >= :least ORDER BY id")
                            .bind("least", 2)
                            .columns(INTEGER, VARCHAR(20)));
            assertThat(rows).containsExactly(new Row2<>(2, "page 2"), new Row2<>(3, "page 3"));
        }
    }

    @EveryDatabase
    @Requires(Capability.SEVERAL_STATEMENTS)
    void severalAtOnce(Database database) {
        database.engine().transaction(connection -> {
            connection.execute(sql("INSERT INTO page (id, title) VALUES (8, ';'); /* ; */"
                    + " INSERT INTO page (id, title) VALUES (9, 'nine');"));
            assertThat(connection.list(select(P.col(ID))
                            .from(P)
                            .where(P.number("id", Integer.class).gt(7))))
                    .containsExactlyInAnyOrder(8, 9);
        });
    }

    @EveryDatabase
    void columnsByName(Database database) {
        try (Connection connection = database.engine().connect()) {
            Row row = connection.one(sql("SELECT title, id AS number FROM page WHERE id = :id -- the one")
                    .bind("id", 2)
                    .column("number", INTEGER)
                    .column("title", VARCHAR(20)));
            assertThat(row.get(0)).isEqualTo(2);
            assertThat(row.get(1)).isEqualTo("page 2");
        }
    }

    @EveryDatabase
    void listsOfValues(Database database) {
        try (Connection connection = database.engine().connect()) {
            var in = sql("SELECT id FROM page WHERE id IN (:ids) ORDER BY id");
            var notIn = sql("SELECT id FROM page WHERE id NOT IN (:ids) ORDER BY id");
            assertThat(connection.list(in.bind("ids", List.of(1, 3, 5)).columns(INTEGER)))
                    .containsExactly(1, 3);
            assertThat(connection.list(notIn.bind("ids", List.of(1, 3, 5)).columns(INTEGER)))
                    .containsExactly(2);
            assertThat(connection.list(in.bind("ids", List.of(), INTEGER).columns(INTEGER)))
                    .isEmpty();
            assertThat(connection.list(notIn.bind("ids", List.of(), INTEGER).columns(INTEGER)))
                    .hasSize(3);
            long before = database.engine().statistics().cacheMisses();
            for (int size = 1; size <= 200; size++) {
                connection.list(in.bind("ids", IntStream.range(0, size).boxed().toList())
                        .columns(INTEGER));
            }
            assertThat(database.engine().statistics().cacheMisses() - before).isLessThanOrEqualTo(9);
        }
    }

    @EveryDatabase
    void aSourceOfAnotherQuery(Database database) {
        try (Connection connection = database.engine().connect()) {
            var pages = sql("SELECT id, title AS name FROM page WHERE id <> :id")
                    .bind("id", 2)
                    .column("id", INTEGER)
                    .column("name", VARCHAR(20))
                    .as("p");
            assertThat(connection.list(select(pages.col("name", String.class))
                            .from(pages)
                            .where(pages.col("id", Integer.class).gt(1))))
                    .containsExactly("page 3");
            assertThat(connection.list(select(P.col(ID))
                            .from(P)
                            .where(P.col(ID).in(sql("SELECT max(id) FROM page").columns(INTEGER)))))
                    .containsExactly(3);
        }
    }

    /**
     * Whether two texts are the same but for upper and lower case.
     *
     * @param left one
     * @param right the other
     */
    record SameText(Expression<String> left, Expression<String> right) implements CustomExpression<Boolean> {
        @Override
        public Type<Boolean> type() {
            return BOOLEAN;
        }

        @Override
        public void write(SqlOutput output) {
            output.refuse("Nowhere", "there is no such database")
                    .variant(
                            standard -> standard.sql("lower(")
                                    .operand(left)
                                    .sql(") = lower(")
                                    .operand(right)
                                    .sql(")"),
                            Map.of(
                                    "PostgreSQL",
                                            own -> own.operand(left)
                                                    .sql(" ILIKE ")
                                                    .operand(right),
                                    "SQLite",
                                            own -> own.operand(left)
                                                    .sql(" = ")
                                                    .operand(right)
                                                    .sql(" COLLATE NOCASE")));
        }
    }

    private static Expression<Boolean> sameText(Operand<String> left, String right) {
        return new SameText(left.expression(), value(right));
    }

    @EveryDatabase
    void expressionsOfOnesOwn(Database database) {
        try (Connection connection = database.engine().connect()) {
            assertThat(connection.list(select(P.col(ID))
                            .from(P)
                            .where(condition(sameText(P.col(TITLE), "PAGE 2")).not())))
                    .containsExactlyInAnyOrder(1, 3);
            assertThat(connection.list(select(P.col(ID)).from(P).where(sameText(P.col(TITLE), "Page 3"))))
                    .containsExactly(3);
        }
    }

    @EveryDatabase
    void questionMarksAreRefused(Database database) {
        try (Connection connection = database.engine().connect()) {
            assertThatThrownBy(() -> connection.execute(sql("DELETE FROM page WHERE id = ?")))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("name parameters");
            assertThatThrownBy(() -> connection.execute(sql("DELETE FROM page WHERE id = :id")))
                    .hasMessage("parameter :id has no value: call bind(\"id\", …)");
        }
    }
}
