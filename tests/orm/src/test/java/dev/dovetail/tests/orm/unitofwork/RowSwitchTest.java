package dev.dovetail.tests.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.orm.unitofwork.Wiki.Badge;
import dev.dovetail.tests.orm.unitofwork.Wiki.Page;
import dev.dovetail.tests.orm.unitofwork.Wiki.Remark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An object that is deleted, and another with its key that is added in the same flush: the row changes hands. */
class RowSwitchTest {

    private final TestDatabase database = TestDatabase.of(Badge.class, Page.class, Remark.class);
    private final Session session = database.open();
    private final Badge old = new Badge(7, "ada");

    @BeforeEach
    void insert() {
        session.add(old);
        session.commit();
        session.refresh(old);
        database.statements().clear();
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private Badge successor(int number, String owner) {
        Badge badge = new Badge(number, owner);
        badge.id = old.id;
        session.delete(old);
        session.add(badge);
        return badge;
    }

    @Test
    void theColumnsThatDifferAreUpdated() {
        Badge badge = successor(7, "grace");
        session.flush();
        assertThat(database.statements().all())
                .containsExactly("UPDATE wiki_badge SET owner=? WHERE wiki_badge.id = ? [grace, 1]");
        assertThat(session.get(Badge.class, 1)).isSameAs(badge);
        session.commit();
        assertThat(session.contains(old)).isFalse();
        assertThat(database.rows("SELECT number, owner FROM wiki_badge")).containsExactly("7|grace");
    }

    /** The row is the new object's, also where that has nothing: as if it had been deleted and inserted. */
    @Test
    void whatTheNewObjectLeavesOutIsNull() {
        Badge badge = successor(7, "grace");
        badge.owner = null;
        session.commit();
        assertThat(database.rows("SELECT number, owner FROM wiki_badge")).containsExactly("7|null");
    }

    @Test
    void nothingIsSentForARowThatStaysAsItIs() {
        Badge badge = successor(7, "ada");
        session.flush();
        assertThat(database.statements().all()).isEmpty();
        assertThat(session.get(Badge.class, 1)).isSameAs(badge);
        badge.owner = "grace";
        session.commit();
        assertThat(database.rows("SELECT owner FROM wiki_badge")).containsExactly("grace");
    }

    @Test
    void aRollbackGivesTheRowBack() {
        Badge badge = successor(8, "grace");
        session.flush();
        session.rollback();
        assertThat(session.get(Badge.class, 1)).isSameAs(old);
        assertThat(session.contains(badge)).isFalse();
        assertThat(badge.id).isEqualTo(1);
        assertThat(badge.owner).isEqualTo("grace");
        old.owner = "ida";
        session.commit();
        assertThat(database.rows("SELECT number, owner FROM wiki_badge")).containsExactly("7|ida");
    }

    @Test
    void theVersionOfTheRowGoesOn() {
        Page first = new Page("a");
        session.add(first);
        session.commit();
        Page second = new Page("b");
        second.id = first.id;
        session.delete(first);
        session.add(second);
        session.commit();
        assertThat(database.rows("SELECT title, version FROM wiki_page")).containsExactly("b|2");
        assertThat(second.version).isEqualTo(2);
    }

    @Test
    void aStaleRowIsReadAgainFirst() {
        session.commit();
        database.sql("UPDATE wiki_badge SET owner = 'x'");
        successor(7, "ada");
        session.commit();
        assertThat(database.rows("SELECT number, owner FROM wiki_badge")).containsExactly("7|ada");
    }
}
