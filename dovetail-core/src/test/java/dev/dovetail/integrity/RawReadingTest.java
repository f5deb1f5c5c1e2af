package dev.dovetail.integrity;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.NUMERIC;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.integrity.FailedStatement.WrittenRow;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawReadingTest {

    private static final Table ITEM = Table.of(
            "item", column("id", INTEGER).primaryKey(), column("name", VARCHAR(20)), column("price", NUMERIC(5, 2)));

    private static Statement read(RawStatement raw) {
        return RawReading.of(raw, name -> name.equalsIgnoreCase("item") ? ITEM : null);
    }

    private static FailedStatement failed(RawStatement raw) {
        List<Object[]> rows = new ArrayList<>();
        rows.add(new Object[0]);
        return new FailedStatement(read(raw), rows, null, "", List.of(), StatementOrigin.none());
    }

    @Test
    void insertsOfConstantsAndParameters() {
        FailedStatement failed = failed(sql("INSERT INTO Item (name, \"id\", price) VALUES ('it''s', -3, 1.50),"
                        + " (:name, 4, round(2.5, 1)) -- all")
                .bind("name", "x"));
        assertThat(failed.isInsert()).isTrue();
        assertThat(failed.table()).isSameAs(ITEM);
        assertThat(failed.written())
                .extracting(WrittenRow::values)
                .containsExactly(
                        java.util.Map.of("name", "it's", "id", -3, "price", new BigDecimal("1.50")),
                        java.util.Map.of("name", "x", "id", 4));
    }

    @Test
    void insertsWithoutColumns() {
        FailedStatement failed = failed(sql("insert into s.item values (1, NULL)"));
        assertThat(failed.written().get(0).values()).containsEntry("id", 1).containsEntry("name", null);
        assertThat(failed.written().get(0).values()).doesNotContainKey("price");
    }

    @Test
    void updatesAndDeletesByEquality() {
        FailedStatement update = failed(sql("UPDATE item SET name = 'x', price = price + 1 WHERE id = :id;")
                .bind("id", 7));
        assertThat(update.isUpdate()).isTrue();
        assertThat(update.written().get(0).values()).isEqualTo(java.util.Map.of("name", "x"));
        assertThat(GivenKey.of(update, List.of(ITEM.column("id")), new Object[0]))
                .isEqualTo(List.of(7));
        FailedStatement delete = failed(sql("DELETE FROM item WHERE item.id = 7 AND name = 'x'"));
        assertThat(delete.isDelete()).isTrue();
        assertThat(GivenKey.of(delete, ITEM.columns().subList(0, 2), new Object[0]))
                .isEqualTo(Arrays.asList(7, "x"));
        assertThat(failed(sql("DELETE FROM item")).where()).isEmpty();
    }

    /** To take a condition for none would be to take one row for all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM item WHERE id > 7",
                "DELETE FROM item WHERE id = 7 OR id = 8",
                "DELETE FROM item WHERE id = 7 LIMIT 1",
                "DELETE FROM item WHERE id = (SELECT 7)",
                "DELETE FROM item AS i",
                "DELETE FROM item USING other",
                "UPDATE item i SET name = 'x'",
                "UPDATE item SET name = 'x' FROM other",
                "UPDATE item SET missing = 'x'",
                "UPDATE other SET id = 1",
                "INSERT INTO item SELECT * FROM item",
                "INSERT INTO item (id) VALUES (1, 2)",
                "INSERT INTO item (name) VALUES ('a\\'b')",
                "INSERT INTO item (name) VALUES ($$a$$)",
                "WITH x AS (SELECT 1) DELETE FROM item",
                "TRUNCATE item",
                ""
            })
    void whatIsNotPlainIsLeft(String text) {
        assertThat(read(sql(text))).isNull();
    }
}
