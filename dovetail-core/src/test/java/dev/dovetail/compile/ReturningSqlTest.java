package dev.dovetail.compile;

import static dev.dovetail.compile.Family.CHILD;
import static dev.dovetail.compile.Family.CHILD_ID;
import static dev.dovetail.compile.Family.CHILD_NAME;
import static dev.dovetail.compile.Family.ID;
import static dev.dovetail.compile.Family.NAME;
import static dev.dovetail.compile.Family.sql;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.sql.Returning;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturningSqlTest {
    @Test
    void clauseStandsLast() {
        assertThat(sql(insertInto(CHILD).set(CHILD_NAME, "C1").returning(ID, NAME)))
                .isEqualTo("INSERT INTO child (name) VALUES (?) RETURNING child.id, child.name");
        assertThat(sql(update(CHILD).set(CHILD_NAME, "C2").where(ID.eq(1)).returning(CHILD_ID)))
                .isEqualTo("UPDATE child SET name=? WHERE child.id = ? RETURNING child.id");
        assertThat(sql(deleteFrom(CHILD)
                        .where(ID.eq(1))
                        .returning(List.of(NAME.upper().as("loud")))))
                .isEqualTo("DELETE FROM child WHERE child.id = ? RETURNING upper(child.name) AS loud");
    }

    @Test
    void refusedWhereTheDatabaseHasNone() {
        Returning<Integer> returning = update(CHILD).set(CHILD_NAME, "C2").returning(CHILD_ID);
        assertThatThrownBy(() -> new Renderer(TestDialect.without(Capability.UPDATE_RETURNING)).compile(returning))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("TestSQL has no RETURNING");
    }

    @Test
    void needsColumns() {
        assertThatThrownBy(() -> insertInto(CHILD).returning(List.of())).hasMessageContaining("at least one column");
    }

    @Test
    void keyTellsColumnsApart() {
        assertThat(Structure.of(insertInto(CHILD).returning(ID)).key())
                .isNotEqualTo(Structure.of(insertInto(CHILD).returning(NAME)).key())
                .isEqualTo(Structure.of(insertInto(CHILD).returning(CHILD_ID)).key());
    }
}
