package dev.dovetail.sql;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class InsertTest {
    private static final Table PAGE = Table.of("page", column("id", INTEGER), column("title", TEXT));
    private static final Column<Integer> ID = PAGE.column("id", Integer.class);
    private static final Column<String> TITLE = PAGE.column("title", String.class);

    @Test
    void setGivesNewStatements() {
        Insert one = insertInto(PAGE).set(ID, 1);
        Insert two = one.set(TITLE, "a");
        assertThat(one.columns()).isEqualTo(List.of(ID));
        assertThat(two.columns()).isEqualTo(List.of(ID, TITLE));
        assertThat(two.rows()).hasSize(1);
    }

    @Test
    void valuesMustFitTheColumns() {
        Insert insert = insertInto(PAGE).columns(ID, TITLE);
        assertThatThrownBy(() -> insert.values(1))
                .isInstanceOf(UsageException.class)
                .hasMessage("1 values for the 2 columns [page.id, page.title]");
        assertThatThrownBy(() -> insert.values("1", "a"))
                .hasMessage("INTEGER takes java.lang.Integer, not java.lang.String");
    }

    @Test
    void setAfterValuesIsRefused() {
        Insert insert = insertInto(PAGE).columns(ID).values(1).values(2);
        assertThatThrownBy(() -> insert.set(TITLE, "a")).hasMessageStartingWith("set(…) is for an insert of one row");
        assertThatThrownBy(() -> insertInto(PAGE).columns(ID, ID)).hasMessage("column page.id is set twice");
    }
}
