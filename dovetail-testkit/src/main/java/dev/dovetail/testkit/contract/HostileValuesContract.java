package dev.dovetail.testkit.contract;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.DovetailException;
import dev.dovetail.engine.Connection;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Condition;
import dev.dovetail.sql.TextOperand;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Values of any content are values, and come back as they went. */
public class HostileValuesContract {

    private static final Table HOSTILE =
            Table.of("hostile", column("id", INTEGER).primaryKey(), column("text", VARCHAR(200)));
    private static final Column<Integer> ID = HOSTILE.column("id", Integer.class);
    private static final Column<String> TEXT = HOSTILE.column("text", String.class);
    private static final ColumnRef<Integer> REF = table(HOSTILE).col(ID);
    private static final TextOperand OPERAND = table(HOSTILE).text("text");

    private static final List<String> TEXTS = texts();

    /** Makes the tests; JUnit calls it. */
    public HostileValuesContract() {}

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(HostileText.TEXTS);
        texts.addAll(List.of("", " ", "a ", HostileText.ASTRAL, "a" + HostileText.ASTRAL + "b"));
        return texts;
    }

    @BeforeEach
    void createTable(Database database) {
        database.create(HOSTILE);
    }

    private static String text(Connection connection, int id) {
        return connection.one(select(OPERAND).from(table(HOSTILE)).where(REF.eq(id)));
    }

    private static void assertAll(Connection connection) {
        assertThat(connection.list(select(OPERAND).from(table(HOSTILE)).orderBy(REF)))
                .isEqualTo(TEXTS);
    }

    private static void insertAll(Connection connection) {
        for (int id = 0; id < TEXTS.size(); id++) {
            connection.execute(insertInto(HOSTILE).set(ID, id).set(TEXT, TEXTS.get(id)));
        }
    }

    @EveryDatabase
    void inInserts(Database database) {
        database.engine().transaction(connection -> {
            insertAll(connection);
            assertAll(connection);
        });
    }

    @EveryDatabase
    void inABatch(Database database) {
        database.engine().transaction(connection -> {
            List<Object[]> rows = new ArrayList<>();
            for (int id = 0; id < TEXTS.size(); id++) {
                rows.add(new Object[] {id, TEXTS.get(id)});
            }
            connection.executeBatch(
                    insertInto(HOSTILE).set(ID, parameter(0, INTEGER)).set(TEXT, parameter(1, VARCHAR(200))),
                    rows,
                    StatementOrigin.none());
            assertAll(connection);
        });
    }

    @EveryDatabase
    void inConditions(Database database) {
        database.engine().transaction(connection -> {
            insertAll(connection);
            for (int id = 0; id < TEXTS.size(); id++) {
                String text = TEXTS.get(id);
                assertThat(ids(connection, OPERAND.eq(text))).as(text).contains(id);
                assertThat(ids(connection, OPERAND.in(text, "x"))).as(text).contains(id);
                assertThat(ids(connection, OPERAND.isNotDistinctFrom(text)))
                        .as(text)
                        .contains(id);
                assertThat(ids(connection, OPERAND.between(text, text)))
                        .as(text)
                        .contains(id);
                assertThat(ids(connection, OPERAND.ne(text))).as(text).doesNotContain(id);
            }
        });
    }

    @EveryDatabase
    void inLike(Database database) {
        database.engine().transaction(connection -> {
            insertAll(connection);
            for (int id = 0; id < TEXTS.size(); id++) {
                String text = TEXTS.get(id);
                assertThat(ids(connection, OPERAND.contains(text))).as(text).contains(id);
                assertThat(ids(connection, OPERAND.startsWith(text))).as(text).contains(id);
                assertThat(ids(connection, OPERAND.endsWith(text))).as(text).contains(id);
            }
        });
    }

    @EveryDatabase
    void whatIsALetterInLikeMatchesNothingElse(Database database) {
        List<String> decoys = List.of("100", "100x", "a\\b", "axb", "ab", "%", "x\\");
        database.engine().transaction(connection -> {
            for (int id = 0; id < decoys.size(); id++) {
                connection.execute(insertInto(HOSTILE).set(ID, id).set(TEXT, decoys.get(id)));
            }
            assertThat(ids(connection, OPERAND.startsWith("100%"))).isEmpty();
            assertThat(ids(connection, OPERAND.contains("a_b"))).isEmpty();
            assertThat(ids(connection, OPERAND.contains("%"))).containsExactly(5);
            assertThat(ids(connection, OPERAND.endsWith("\\"))).containsExactly(6);
            assertThat(ids(connection, OPERAND.contains("\\"))).containsExactly(2, 6);
            assertThat(ids(connection, OPERAND.startsWith(""))).hasSize(decoys.size());
            assertThat(ids(connection, OPERAND.like("a_b"))).containsExactly(2, 3);
            assertThat(ids(connection, OPERAND.like("1%"))).containsExactly(0, 1);
        });
    }

    @EveryDatabase
    void inUpdatesAndDeletes(Database database) {
        database.engine().transaction(connection -> {
            connection.execute(insertInto(HOSTILE).set(ID, -1).set(TEXT, "stays"));
            for (String text : TEXTS) {
                connection.execute(insertInto(HOSTILE).set(ID, 1).set(TEXT, "before"));
                connection.execute(update(HOSTILE).set(TEXT, text).where(REF.eq(1)));
                assertThat(text(connection, 1)).isEqualTo(text);
                connection.execute(update(HOSTILE).set(TEXT, text).where(OPERAND.eq(text)));
                assertThat(connection.execute(deleteFrom(HOSTILE).where(OPERAND.eq(text))))
                        .as(text)
                        .isEqualTo(1);
            }
            assertThat(connection.list(select(OPERAND).from(table(HOSTILE)))).containsExactly("stays");
        });
    }

    @EveryDatabase
    void asExpressions(Database database) {
        database.engine().transaction(connection -> {
            connection.execute(insertInto(HOSTILE).set(ID, 1).set(TEXT, "ab"));
            for (String text : TEXTS) {
                assertThat(connection.one(select(OPERAND.concat(text)).from(table(HOSTILE))))
                        .isEqualTo("ab" + text);
            }
        });
    }

    @EveryDatabase
    void inTextOfTheUsersOwn(Database database) {
        database.engine().transaction(connection -> {
            for (int id = 0; id < TEXTS.size(); id++) {
                connection.execute(sql("INSERT INTO hostile (id, text) VALUES (:id, :text)")
                        .bind("id", id)
                        .bind("text", TEXTS.get(id)));
            }
            assertAll(connection);
        });
    }

    @EveryDatabase
    void aNulCharacterIsKeptOrRefused(Database database) {
        try {
            database.engine().transaction(connection -> {
                connection.execute(insertInto(HOSTILE).set(ID, 1).set(TEXT, "a\0b"));
                assertThat(text(connection, 1)).isEqualTo("a\0b");
            });
        } catch (DovetailException refused) {
            database.engine()
                    .transaction(
                            connection -> assertThat(ids(connection, REF.eq(1))).isEmpty());
        }
    }

    private static List<Integer> ids(Connection connection, Condition condition) {
        return connection.list(select(REF).from(table(HOSTILE)).where(condition).orderBy(REF));
    }
}
