package dev.dovetail.tests.orm.fields;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.fields.Valued_Item_.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.StaleDataException;
import dev.dovetail.compile.Capability;
import dev.dovetail.orm.Session;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.fields.Valued.Item;
import dev.dovetail.tests.orm.fields.Valued.Letter;
import dev.dovetail.tests.orm.fields.Valued.Shape;
import dev.dovetail.tests.orm.fields.Valued.Square;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the database gives to a row comes back with the statement that writes it, where that can be; and in how many statements. */
class ServerValuesTest {

    private static final boolean MARIADB = TestDatabase.dialect().name().equals("MariaDB");
    /** Rows read by a SELECT, where an INSERT gives nothing back. */
    private static final int READ = TestDatabase.dialect().has(Capability.INSERT_RETURNING) ? 0 : 1;

    private static final boolean POSTGRESQL = TestDatabase.dialect().name().equals("PostgreSQL");

    private final TestDatabase database = TestDatabase.of(Item.class, Letter.class, Shape.class, Square.class);
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private int flushed() {
        database.statements().clear();
        session.flush();
        return database.statements().sent();
    }

    private List<Item> items(int count) {
        List<Item> items = IntStream.rangeClosed(1, count).mapToObj(Item::new).toList();
        session.addAll(items);
        return items;
    }

    @Test
    void oneRowTakesOneStatement() {
        Item item = items(1).get(0);
        assertThat(flushed()).isEqualTo(1 + READ);
        assertThat(item.id).isEqualTo(1);
        assertThat(item.status).isEqualTo("new");
        assertThat(item.day).isEqualTo(LocalDate.of(2026, 1, 2));
        assertThat(item.rate).isEqualTo(new BigDecimal("1.50"));
        assertThat(item.gross).isEqualTo(2);
        assertThat(session.inspect(item).stale()).isFalse();
        assertThat(session.changed()).isEmpty();
        assertThat(flushed()).isZero();
    }

    @Test
    void manyRowsTakeOneStatementWhereABatchGivesThemBack() {
        List<Item> items = new ArrayList<>(items(700));
        items.get(3).status = "old";
        assertThat(flushed()).isEqualTo(3 + (MARIADB ? 3 : 4 * READ)); // before, with and after the one with a status
        for (Item item : items) {
            assertThat(item.gross).isEqualTo(item.net * 2);
            assertThat(item.status).isEqualTo(item.net == 4 ? "old" : "new");
        }
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM valued_item WHERE id = net AND gross = net * 2"))
                .containsExactly("700");
        assertThat(items).allMatch(item -> item.id == item.net);
    }

    @Test
    void whatHasNoLimitIsReadByAQueryIfTheDriverWouldWaitForEachRow() {
        Letter alone = new Letter();
        session.add(alone);
        assertThat(flushed()).isEqualTo(1 + READ);
        assertThat(alone.text).isEqualTo("Dear");
        session.addAll(List.of(new Letter(), new Letter()));
        assertThat(flushed()).isEqualTo(MARIADB || POSTGRESQL ? 2 : 1 + READ);
        assertThat(session.persistent()).extracting("text").containsOnly("Dear");
    }

    @Test
    void anUpdateGivesBackWhatIsComputed() {
        List<Item> items = items(3);
        session.flush();
        items.get(1).net = 50;
        boolean returned = TestDatabase.dialect().has(Capability.UPDATE_RETURNING);
        assertThat(flushed()).isEqualTo(returned ? 1 : 2);
        assertThat(items).extracting(item -> item.gross).containsExactly(2, 100, 6);
        items.forEach(item -> item.net++);
        assertThat(flushed()).isEqualTo(returned ? 1 : 2);
        assertThat(items).extracting(item -> item.gross).containsExactly(4, 102, 8);
        assertThat(items).extracting(item -> item.version).containsExactly(2, 3, 2);
    }

    @Test
    void eachTableOfAHierarchyGivesItsOwn() {
        Square square = new Square();
        square.side = 3;
        session.add(square);
        assertThat(flushed()).isEqualTo(2 + READ);
        assertThat(square.colour).isEqualTo("red");
        assertThat(square.area).isEqualTo(9);
        square.colour = "blue"; // in the other table
        assertThat(flushed()).isEqualTo(1);
        square.side = 4;
        assertThat(flushed()).isEqualTo(TestDatabase.dialect().has(Capability.UPDATE_RETURNING) ? 1 : 2);
        assertThat(square.area).isEqualTo(16);
    }

    @Test
    void aRollbackTakesThemBack() {
        Item item = items(1).get(0);
        session.flush();
        session.rollback();
        assertThat(item.id).isNull();
        assertThat(item.status).isNull();
        assertThat(item.gross).isNull();
        session.add(item);
        session.commit();
        session.refresh(item);
        item.net = 9;
        session.flush();
        assertThat(item.gross).isEqualTo(18);
        session.rollback();
        assertThat(item.gross).isEqualTo(2);
        assertThat(item.net).isEqualTo(1);
    }

    @Test
    void aRowThatIsGoneIsRefusedAsBefore() {
        List<Item> items = items(3);
        session.flush();
        session.connection().execute(Sql.sql("DELETE FROM valued_item WHERE id = 2"));
        items.forEach(item -> item.net += 10);
        assertThatThrownBy(session::flush)
                .isInstanceOf(StaleDataException.class)
                .hasMessageContaining("UPDATE of Item 2");
        session.rollback();
    }

    @Test
    void theNextReadFindsTheSame() {
        List<Item> items = items(5);
        session.commit();
        List<Item> read = session.list(select(ITEM).orderBy(ITEM.id));
        assertThat(read).containsExactlyElementsOf(items);
        assertThat(read).extracting(item -> item.gross).containsExactly(2, 4, 6, 8, 10);
    }
}
