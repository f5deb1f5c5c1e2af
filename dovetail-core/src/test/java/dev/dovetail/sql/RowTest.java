package dev.dovetail.sql;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.count;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
    private static final TableSource PAGE =
            table(Table.of("page", column("id", INTEGER).primaryKey(), column("title", TEXT)));
    private static final ColumnRef<Integer> ID = PAGE.col("id", Integer.class);
    private static final TextOperand TITLE = PAGE.text("title");

    @Test
    void oneValueIsItself() {
        String title = select(TITLE).shape().row(new Object[] {"a"});
        assertThat(title).isEqualTo("a");
    }

    @Test
    void twoToEightValuesAreTyped() {
        Row2<Integer, String> two = select(ID, TITLE).shape().row(new Object[] {1, "a"});
        assertThat(two).isEqualTo(new Row2<>(1, "a"));
        Row8<Integer, Integer, Integer, Integer, Integer, Integer, Integer, String> eight =
                select(ID, ID, ID, ID, ID, ID, ID, TITLE).shape().row(new Object[] {1, 2, 3, 4, 5, 6, 7, "h"});
        assertThat(eight.value7()).isEqualTo(7);
        assertThat(eight.value8()).isEqualTo("h");
    }

    @Test
    void anyNumberOfValuesIsFoundByPositionAndOperand() {
        Row row = select(List.of(ID, TITLE, count(ID))).shape().row(new Object[] {1, null, 3L});
        assertThat(row.size()).isEqualTo(3);
        assertThat(row.get(0)).isEqualTo(1);
        Integer id = row.get(ID);
        Long count = row.get(count(PAGE.col("id", Integer.class)));
        assertThat(id).isEqualTo(1);
        assertThat(count).isEqualTo(3L);
        assertThat(row.get(TITLE)).isNull();
        assertThat(row).hasToString("[1, null, 3]");
        assertThatThrownBy(() -> row.get(PAGE.as("other").col("id", Integer.class)))
                .isInstanceOf(UsageException.class)
                .hasMessage("other.id was not selected; there are [page.id, page.title, "
                        + count(ID).expression() + "]");
    }

    @Test
    void columnOfAnotherTableIsRefused() {
        Table other = Table.of("other", column("id", INTEGER));
        assertThatThrownBy(() -> PAGE.col(other.column("id", Integer.class)))
                .hasMessage("column other.id is not one of table page");
    }

    @Test
    void emptySelectListIsRefused() {
        assertThatThrownBy(() -> select(List.of())).hasMessage("a query needs at least one column");
    }

    @Test
    void negativeLimitIsRefused() {
        assertThatThrownBy(() -> select(ID).limit(-1)).hasMessage("limit -1: a number of rows cannot be negative");
        assertThatThrownBy(() -> select(ID).offset(-1)).hasMessage("offset -1: a number of rows cannot be negative");
    }
}
