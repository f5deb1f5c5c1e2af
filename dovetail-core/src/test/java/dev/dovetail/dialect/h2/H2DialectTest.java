package dev.dovetail.dialect.h2;

import static dev.dovetail.schema.Schema.check;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.TableSource;
import dev.dovetail.type.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

class H2DialectTest {

    // "value" is reserved, "Mixed" is not plain.
    private static final Table PAGE = Table.of(
            "page",
            column("title", Types.VARCHAR(20)).notNull(),
            column("value", Types.INTEGER),
            column("Mixed", Types.INTEGER),
            column("id", Types.INTEGER).primaryKey().generated(),
            check("title_given", "title <> '' AND \"VALUE\" > 0"));
    private static final TableSource SOURCE = table(PAGE);
    private static final Column<Integer> ID = PAGE.column("id", Integer.class);
    private static final Column<String> TITLE = PAGE.column("title", String.class);
    private static final Column<Integer> VALUE = PAGE.column("value", Integer.class);

    @Test
    void namesWithoutQuotesMeanTheSame() {
        try (Engine engine = Engine.create("jdbc:h2:mem:")) {
            engine.createAll(MetaData.of(PAGE));
            engine.transaction(connection -> {
                assertThat(keyOf(connection, "a", 7)).isEqualTo(1);
                assertThat(connection.list(sql("SELECT title FROM page").columns(Types.TEXT)))
                        .containsExactly("a");
                assertThat(connection.one(select(SOURCE.col(VALUE)).from(SOURCE)))
                        .isEqualTo(7);
            });
        }
    }

    private static Object keyOf(Connection connection, String title, int number) {
        return connection
                .insertReturningKeys(
                        insertInto(PAGE).set(TITLE, value(title)).set(VALUE, value(number)),
                        List.<Object[]>of(new Object[0]),
                        ID,
                        StatementOrigin.none())
                .keys()
                .get(0);
    }

    @Test
    void aNamedDatabaseInMemoryLivesAsLongAsTheEngine() {
        String url = "jdbc:h2:mem:lives";
        try (Engine engine = Engine.create(url)) {
            engine.createAll(MetaData.of(PAGE));
            try (Connection one = engine.connect();
                    Connection other = engine.connect()) {
                assertThat(keyOf(one, "a", 1)).isEqualTo(1);
                one.commit();
                assertThat(other.list(select(SOURCE.col(ID)).from(SOURCE))).containsExactly(1);
            }
        }
        try (Engine engine = Engine.create(url);
                Connection connection = engine.connect()) {
            assertThat(connection.list(
                            sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'")
                                    .columns(Types.TEXT)))
                    .isEmpty();
        }
    }

    @Test
    void refusesToImitate() {
        try (Engine engine = Engine.create("jdbc:h2:mem:;MODE=MySQL");
                Connection connection = engine.connect()) {
            assertThatThrownBy(() -> connection.list(sql("SELECT 1").columns(Types.INTEGER)))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("imitates another database");
        }
    }
}
