package dev.dovetail.compile;

import static dev.dovetail.compile.Family.C;
import static dev.dovetail.compile.Family.CHILD;
import static dev.dovetail.compile.Family.CHILD_ID;
import static dev.dovetail.compile.Family.CHILD_NAME;
import static dev.dovetail.compile.Family.CHILD_PARENT_ID;
import static dev.dovetail.compile.Family.ID;
import static dev.dovetail.compile.Family.NAME;
import static dev.dovetail.compile.Family.P;
import static dev.dovetail.compile.Family.PARENT_ID;
import static dev.dovetail.compile.Family.STEPS;
import static dev.dovetail.sql.Sql.defaultValue;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.excluded;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.scalar;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.dialect.h2.H2Dialect;
import dev.dovetail.dialect.mysql.MariaDbDialect;
import dev.dovetail.dialect.mysql.MySqlDialect;
import dev.dovetail.dialect.postgresql.PostgreSqlDialect;
import dev.dovetail.dialect.sqlite.SqliteDialect;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.Functions;
import dev.dovetail.sql.Statement;
import dev.dovetail.sql.Update;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Statements that write, as each database has them. */
class WriteSqlTest {
    private static final List<Dialect> DIALECTS = List.of(
            new PostgreSqlDialect(), new SqliteDialect(), new H2Dialect(), new MySqlDialect(), new MariaDbDialect());

    private static Map<String, String> written(Statement statement) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Dialect dialect : DIALECTS) {
            String text;
            try {
                text = new Renderer(dialect).compile(statement).sql();
            } catch (UsageException e) {
                text = e.code();
            }
            texts.put(dialect.name(), text);
        }
        return texts;
    }

    private static Map<String, String> texts(
            String postgresql, String sqlite, String h2, String mysql, String mariadb) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("PostgreSQL", postgresql);
        texts.put("SQLite", sqlite);
        texts.put("H2", h2);
        texts.put("MySQL", mysql);
        texts.put("MariaDB", mariadb);
        return texts;
    }

    private static final String REFUSED = "DVT-SQL-UNSUPPORTED";

    @Test
    void upsert() {
        String conflict = "INSERT INTO child (id, name) VALUES (?, ?)"
                + " ON CONFLICT (id) DO UPDATE SET name=excluded.name, steps=child.steps + ?";
        String duplicate = "INSERT INTO child (id, name) VALUES (?, ?)"
                + " ON DUPLICATE KEY UPDATE name=VALUES(name), steps=child.steps + ?";
        assertThat(written(insertInto(CHILD)
                        .set(CHILD_ID, 1)
                        .set(CHILD_NAME, "C1")
                        .onConflict(CHILD_ID)
                        .doUpdate(CHILD_NAME)
                        .set(CHILD.column("steps", Long.class), STEPS.plus(1))))
                .isEqualTo(texts(
                        conflict,
                        conflict,
                        "MERGE INTO child USING (SELECT CAST(? AS INTEGER), CAST(? AS VARCHAR(20))) AS excluded (id, name)"
                                + " ON child.id = excluded.id"
                                + " WHEN MATCHED THEN UPDATE SET name=excluded.name,"
                                + " steps=child.steps + CAST(? AS INTEGER)"
                                + " WHEN NOT MATCHED THEN INSERT (id, name) VALUES (excluded.id, excluded.name)",
                        duplicate,
                        duplicate));
    }

    @Test
    void upsertThatDoesNothing() {
        String conflict = "INSERT INTO child (id, name) SELECT parent.id, parent.name FROM parent WHERE 1 = 1"
                + " ON CONFLICT (id) DO NOTHING";
        String duplicate = "INSERT INTO child (id, name) SELECT parent.id, parent.name FROM parent"
                + " ON DUPLICATE KEY UPDATE id=id";
        assertThat(written(insertInto(CHILD)
                        .columns(CHILD_ID, CHILD_NAME)
                        .select(select(P.col("id", Integer.class), P.col("name", String.class))
                                .from(P))
                        .onConflict(CHILD_ID)
                        .doNothing()))
                .isEqualTo(texts(
                        conflict,
                        conflict,
                        "MERGE INTO child USING (SELECT parent.id, parent.name FROM parent) AS excluded (id, name)"
                                + " ON child.id = excluded.id"
                                + " WHEN NOT MATCHED THEN INSERT (id, name) VALUES (excluded.id, excluded.name)",
                        duplicate,
                        duplicate));
    }

    @Test
    void upsertWithACondition() {
        assertThat(written(insertInto(CHILD)
                        .set(CHILD_ID, 1)
                        .set(CHILD_NAME, "C1")
                        .onConflict(CHILD_ID)
                        .doUpdate(CHILD_NAME)
                        .where(NAME.ne(excluded(CHILD_NAME)))))
                .extractingByKeys("PostgreSQL", "MySQL")
                .containsExactly(
                        "INSERT INTO child (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name=excluded.name"
                                + " WHERE child.name <> excluded.name",
                        REFUSED);
    }

    @Test
    void defaults() {
        String keyword = "INSERT INTO child (id, name, parent_id) VALUES (DEFAULT, ?, DEFAULT), (DEFAULT, ?, ?)";
        assertThat(written(insertInto(CHILD)
                        .columns(CHILD_ID, CHILD_NAME, CHILD_PARENT_ID)
                        .values(defaultValue(), "C1", defaultValue())
                        .values(defaultValue(), "C2", 3)))
                .isEqualTo(texts(
                        keyword,
                        "INSERT INTO child (name, parent_id) VALUES (?, NULL), (?, ?)",
                        "INSERT INTO child (name, parent_id) VALUES (?, DEFAULT), (?, ?)",
                        keyword,
                        keyword));
    }

    @Test
    void updateFrom() {
        Update update = update(C.as("c"))
                .set(CHILD_NAME, P.col("name", String.class))
                .from(P)
                .where(C.as("c").col(CHILD_PARENT_ID).eq(P.col("id", Integer.class)));
        String from = "UPDATE child AS c SET name=parent.name FROM parent WHERE c.parent_id = parent.id";
        String tables = "UPDATE child AS c, parent SET c.name=parent.name WHERE c.parent_id = parent.id";
        assertThat(written(update))
                .isEqualTo(texts(
                        from,
                        from,
                        "MERGE INTO child AS c USING parent ON c.parent_id = parent.id"
                                + " WHEN MATCHED THEN UPDATE SET name=parent.name",
                        tables,
                        tables));
    }

    @Test
    void deleteUsing() {
        String exists = "DELETE FROM child WHERE EXISTS (SELECT 1 FROM parent WHERE child.parent_id = parent.id)";
        String tables = "DELETE child FROM child, parent WHERE child.parent_id = parent.id";
        assertThat(written(deleteFrom(CHILD).using(P).where(PARENT_ID.eq(P.col("id", Integer.class)))))
                .isEqualTo(texts(
                        "DELETE FROM child USING parent WHERE child.parent_id = parent.id",
                        exists,
                        exists,
                        tables,
                        tables));
    }

    @Test
    void theFirstRows() {
        String byKey = "DELETE FROM child WHERE child.id IN"
                + " (SELECT child.id FROM child WHERE child.name = ? ORDER BY child.id DESC LIMIT ?)";
        String ordered = "DELETE FROM child WHERE child.name = ? ORDER BY child.id DESC LIMIT ?";
        assertThat(written(deleteFrom(CHILD)
                        .where(NAME.eq("C1"))
                        .orderBy(ID.desc())
                        .limit(2)))
                .extractingByKeys("PostgreSQL", "SQLite", "MySQL", "MariaDB")
                .containsExactly(byKey, byKey, ordered, ordered);
        assertThat(written(deleteFrom(CHILD).orderBy(ID)))
                .isEqualTo(texts(
                        REFUSED,
                        REFUSED,
                        REFUSED,
                        "DELETE FROM child ORDER BY child.id",
                        "DELETE FROM child ORDER BY child.id"));
    }

    @Test
    void rowsBack() {
        assertThat(written(deleteFrom(CHILD).where(ID.eq(1)).returning(ID, NAME.upper())))
                .isEqualTo(texts(
                        "DELETE FROM child WHERE child.id = ? RETURNING child.id, upper(child.name)",
                        "DELETE FROM child WHERE child.id = ? RETURNING child.id, upper(child.name)",
                        "SELECT child.id, upper(child.name) FROM OLD TABLE (DELETE FROM child WHERE child.id = ?) AS child",
                        REFUSED,
                        "DELETE FROM child WHERE child.id = ? RETURNING child.id, upper(child.name)"));
    }

    @Test
    void whatReadsAColumnGoesBeforeWhatSetsIt() {
        Column<Long> steps = CHILD.column("steps", Long.class);
        Update chain = update(CHILD).set(steps, STEPS.plus(1)).set(CHILD_NAME, Functions.substring(NAME, 1, 2));
        assertThat(written(chain).get("MySQL"))
                .isEqualTo("UPDATE child SET steps=child.steps + ?, name=substring(child.name, ?, ?)");
        Update late = update(CHILD).set(CHILD_ID, 9).set(CHILD_PARENT_ID, ID);
        assertThat(written(late).get("MariaDB")).isEqualTo("UPDATE child SET parent_id=child.id, id=?");
        assertThat(written(late).get("PostgreSQL")).isEqualTo("UPDATE child SET id=?, parent_id=child.id");
        assertThatThrownBy(() -> new Renderer(new MySqlDialect())
                        .compile(update(CHILD).set(CHILD_ID, PARENT_ID).set(CHILD_PARENT_ID, ID)))
                .hasMessageStartingWith("MySQL assigns one column after the other, and has no SET in which each of"
                        + " [child.id, child.parent_id] reads the old value of another");
    }

    @Test
    void theTableThatIsWrittenInASubquery() {
        var other = C.as("other");
        Update inSet = update(CHILD)
                .set(CHILD_NAME, scalar(select(other.col(CHILD_NAME)).from(other)));
        assertThat(written(inSet)).extractingByKeys("MySQL", "SQLite").containsExactly(REFUSED, REFUSED);
        var inWhere = deleteFrom(CHILD).where(ID.in(select(other.col(CHILD_ID)).from(other)));
        assertThat(written(inWhere)).extractingByKeys("MySQL").containsExactly(REFUSED);
        assertThat(written(inWhere).get("SQLite"))
                .isEqualTo("DELETE FROM child WHERE child.id IN (SELECT other.id FROM child AS other)");
    }
}
