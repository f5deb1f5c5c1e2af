package dev.dovetail.engine;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.NotNullViolationException;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Row2;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReturningTest {
    private static final Table CHILD = Table.of(
            "child",
            column("id", INTEGER).primaryKey().generated(),
            column("name", TEXT).notNull());
    private static final Column<Integer> ID = CHILD.column("id", Integer.class);
    private static final Column<String> NAME = CHILD.column("name", String.class);
    private static final ColumnRef<Integer> C_ID = table(CHILD).col(ID);
    private static final ColumnRef<String> C_NAME = table(CHILD).col(NAME);

    private Engine engine;
    private Connection connection;

    @BeforeEach
    void open() {
        engine = Engine.create("jdbc:sqlite::memory:");
        MetaData.of(CHILD).createAll(engine);
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.close();
        engine.close();
    }

    @Test
    void givesRowsBack() {
        List<Row2<Integer, String>> inserted = connection.list(
                insertInto(CHILD).columns(NAME).values("C1").values("C2").returning(C_ID, C_NAME));
        assertThat(inserted).containsExactlyInAnyOrder(new Row2<>(1, "C1"), new Row2<>(2, "C2"));

        Row updated =
                connection.one(update(CHILD).set(NAME, "C3").where(C_ID.eq(2)).returningAll());
        assertThat(updated.get(C_NAME)).isEqualTo("C3");

        assertThat(connection.list(deleteFrom(CHILD).returning(NAME))).containsExactlyInAnyOrder("C1", "C3");
        connection.commit();
    }

    @Test
    void errorIsExplainedAsThatOfTheStatement() {
        assertThatThrownBy(() -> connection.one(
                        insertInto(CHILD).set(NAME, (String) null).returning(ID)))
                .isInstanceOf(NotNullViolationException.class)
                .hasMessageContaining("child.name");
    }
}
