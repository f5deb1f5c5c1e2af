package dev.dovetail.tests.orm.fields;

import static dev.dovetail.tests.orm.fields.Keyed_Priced_.PRICED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.fields.Keyed.Priced;
import dev.dovetail.tests.orm.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Columns that the database writes, or that are written once. */
class DatabaseColumnsTest {

    private final TestDatabase database = TestDatabase.of(Priced.class);
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void aComputedColumnIsReadBackAndNeverWritten() {
        Priced priced = priced(100);
        priced.gross = 1; // the database decides
        session.add(priced);
        database.statements().clear();
        session.flush();
        assertThat(database.statements().writes()).singleElement().asString().doesNotContain("gross", "stamp");
        assertThat(priced.gross).isEqualTo(200);
        session.commit();

        priced.net = 7;
        session.flush();
        assertThat(priced.gross).isEqualTo(14);
    }

    @Test
    void aTriggersValueIsReadBack() {
        TestDatabase.only("this trigger's text", "SQLite");
        Priced priced = priced(1);
        session.add(priced);
        session.commit();
        database.sql("CREATE TRIGGER stamped AFTER UPDATE OF net ON priced BEGIN"
                + " UPDATE priced SET stamp = 'net ' || NEW.net WHERE id = NEW.id; END");
        priced.net = 5;
        session.flush();
        assertThat(priced.stamp).isEqualTo("net 5");
    }

    @Test
    void aChangeThatNoUpdateWritesIsRefused() {
        Priced priced = priced(100);
        priced.origin = "A";
        session.add(priced);
        session.commit();
        priced.origin = "B";
        assertThatThrownBy(session::flush)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Priced 1: origin was changed, but it is written at the INSERT only");
        priced.origin = "A";
        priced.gross = 3;
        assertThatThrownBy(session::flush)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("gross was changed, but the database writes it");
        priced.gross = 200;
        session.commit();
        assertThat(database.rows("SELECT origin, gross FROM priced")).containsExactly("A|200");
    }

    @Test
    void nullMayBeInsertedOverADefault() {
        Priced byDefault = priced(1);
        Priced withNull = priced(2);
        session.setToNull(withNull, PRICED.status);
        Priced changedAgain = priced(3);
        session.setToNull(changedAgain, PRICED.status);
        changedAgain.status = "old";
        session.add(byDefault);
        session.add(withNull);
        session.add(changedAgain);
        session.commit();
        assertThat(byDefault.status).isEqualTo("new");
        assertThat(withNull.status).isNull();
        assertThat(database.rows("SELECT net, status FROM priced ORDER BY net"))
                .containsExactly("1|new", "2|null", "3|old");
    }

    @Test
    void nullOverADefaultOutlivesARollbackAndTheSessionsInterest() {
        Priced kept = priced(1);
        session.setToNull(kept, PRICED.status);
        System.gc(); // the object has no holders to keep what was said of it
        session.add(kept);
        session.flush();
        session.rollback();
        System.gc();
        session.add(kept);
        session.commit();
        assertThat(database.rows("SELECT net, status FROM priced")).containsExactly("1|null");
    }

    @Test
    void whatIsMadeTransientForgetsThatItWasToBeNull() {
        Priced again = priced(1);
        session.setToNull(again, PRICED.status);
        session.add(again);
        session.commit();
        session.makeTransient(again);
        again.id = null;
        session.add(again);
        session.commit();
        assertThat(again.status).isEqualTo("new");
    }

    @Test
    void indexesArePartOfTheTable() {
        assertThat(database.sessions().metadata().table("priced").indexes())
                .extracting(index -> index.name())
                .containsExactlyInAnyOrder("ix_priced_name", "ix_priced_net");
    }

    private static Priced priced(int net) {
        Priced priced = new Priced();
        priced.net = net;
        return priced;
    }
}
