package dev.dovetail.tests.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.StaleDataException;
import dev.dovetail.orm.Session;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.orm.unitofwork.Wiki.Page;
import dev.dovetail.tests.orm.unitofwork.Wiki.Remark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Version counters: what is written only if nobody else has written it meanwhile. */
class VersionTest {

    private final TestDatabase database = TestDatabase.of(Page.class, Remark.class);
    private final Session session = database.open();
    private final Page page = new Page("a");

    @BeforeEach
    void insert() {
        page.version = 7;
        session.add(page);
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("INSERT INTO wiki_page (title, version) VALUES (?, ?) [a, 1]");
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void anUpdateNamesTheVersionAndCountsItOn() {
        assertThat(page.version).isEqualTo(1);
        page.title = "b";
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly(
                        "UPDATE wiki_page SET title=?, version=? WHERE wiki_page.id = ? AND wiki_page.version = ?"
                                + " [b, 2, 1, 1]");
        assertThat(page.version).isEqualTo(2);
        session.flush();
        assertThat(database.statements().writes()).isEmpty();
    }

    @Test
    void aRollbackTakesTheVersionBack() {
        session.commit();
        page.title = "b";
        session.flush();
        assertThat(page.version).isEqualTo(2);
        session.rollback();
        assertThat(page.version).isEqualTo(1);
        page.title = "c";
        session.commit();
        assertThat(database.rows("SELECT title, version FROM wiki_page")).containsExactly("c|2");
    }

    @Test
    void anUpdateOfAnotherVersionIsRefusedNamingBoth() {
        behind("UPDATE wiki_page SET version = 5");
        page.title = "b";
        assertThatThrownBy(session::flush)
                .isInstanceOf(StaleDataException.class)
                .hasMessage(
                        "UPDATE of Page 1 with version = 1 matched no row: version is 5 now, another transaction has"
                                + " changed it; roll back, read it again and decide again");
    }

    @Test
    void anUpdateOfARowThatIsGoneSaysSo() {
        behind("DELETE FROM wiki_page");
        page.title = "b";
        assertThatThrownBy(session::flush)
                .isInstanceOf(StaleDataException.class)
                .hasMessage("UPDATE of Page 1 with version = 1 matched no row: it was deleted by another transaction;"
                        + " roll back, read it again and decide again");
    }

    @Test
    void aDeleteOfAnotherVersionIsRefused() {
        session.commit();
        session.refresh(page);
        behind("UPDATE wiki_page SET version = 5");
        session.delete(page);
        assertThatThrownBy(session::flush)
                .isInstanceOf(StaleDataException.class)
                .hasMessageStartingWith("DELETE of Page 1 with version = 1 matched no row: version is 5 now");
        session.rollback();
        assertThat(database.rows("SELECT version FROM wiki_page")).containsExactly("1");
    }

    /** As in SQLAlchemy: what only went stale at a commit is read again before it is written. */
    @Test
    void aStaleObjectIsWrittenAndDeletedByTheVersionItHasNow() {
        session.commit();
        database.sql("UPDATE wiki_page SET version = 5");
        page.title = "b";
        session.commit();
        assertThat(database.rows("SELECT title, version FROM wiki_page")).containsExactly("b|6");
        database.sql("UPDATE wiki_page SET version = 9");
        session.delete(page);
        session.commit();
        assertThat(database.rows("SELECT * FROM wiki_page")).isEmpty();
    }

    /** Between two sessions somebody has seen the object and decided: its own version counts. */
    @Test
    void aDetachedObjectComesBackWithTheVersionThatItLeftWith() {
        session.commit();
        session.close();
        page.title = "b";
        database.sql("UPDATE wiki_page SET version = 5");
        try (Session next = database.open()) {
            next.add(page);
            assertThatThrownBy(next::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("with version = 1")
                    .hasMessageContaining("version is 5 now");
        }
        try (Session next = database.open()) {
            next.add(page);
            next.refresh(page);
            page.title = "c";
            next.commit();
        }
        assertThat(database.rows("SELECT title, version FROM wiki_page")).containsExactly("c|6");
    }

    @Test
    void onlyTheRowThatIsWrittenIsCounted() {
        Remark remark = new Remark("r");
        page.remarks.add(remark);
        session.commit();
        assertThat(database.rows("SELECT version FROM wiki_page")).containsExactly("1");
        session.delete(page);
        session.commit();
        assertThat(database.rows("SELECT page_id, version FROM wiki_remark")).containsExactly("null|2");
        assertThat(remark.version).isEqualTo(2L);
    }

    @Test
    void aVersionSetByHandIsWrittenAsItIs() {
        page.version = 100;
        session.commit();
        assertThat(database.rows("SELECT version FROM wiki_page")).containsExactly("100");
    }

    private void behind(String sql) {
        session.connection().execute(Sql.sql(sql));
    }
}
