package dev.dovetail.tests.orm.unitofwork;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.unitofwork.Visits_Door_.DOOR;
import static dev.dovetail.tests.orm.unitofwork.Visits_Note_.NOTE;
import static dev.dovetail.tests.orm.unitofwork.Visits_Page_.PAGE;
import static dev.dovetail.tests.orm.unitofwork.Visits_Site_.SITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.DatabaseException;
import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.orm.unitofwork.Visits.Door;
import dev.dovetail.tests.orm.unitofwork.Visits.Note;
import dev.dovetail.tests.orm.unitofwork.Visits.Page;
import dev.dovetail.tests.orm.unitofwork.Visits.Site;
import dev.dovetail.tests.orm.unitofwork.Visits.Size;
import dev.dovetail.tests.orm.unitofwork.Visits.Thing;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SQL expressions as the values of columns in a flush. */
class AssignTest {

    private final TestDatabase database = TestDatabase.of(Site.class, Page.class, Note.class, Thing.class, Door.class);
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private Page page(String title) {
        Page page = new Page(title);
        session.add(page);
        session.commit();
        session.refresh(page);
        database.statements().clear();
        return page;
    }

    // what is written

    @Test
    void theDatabaseCountsOn() {
        Page page = page("a");
        session.connection().execute(Sql.sql("UPDATE visit_page SET views = 5"));
        database.statements().clear();
        session.assign(page, PAGE.views, PAGE.views.plus(1));
        assertThat(page.views).isZero();
        session.flush();
        assertThat(database.statements().all().get(0))
                .matches("UPDATE visit_page SET views=.*views \\+ \\?, changed=\\?, version=\\?"
                        + " WHERE visit_page.id = \\? AND visit_page.version = \\? \\[1, .*, 2, 1, 1]");
        assertThat(page.views).isEqualTo(6);
        assertThat(page.twice).isEqualTo(12);
        assertThat(page.version).isEqualTo(2);
        session.flush();
        assertThat(database.statements().writes()).isEmpty();
    }

    @Test
    void aNewRowGetsAnExpression() {
        Page page = new Page("a");
        session.assign(page, PAGE.title, Sql.lower(Sql.value("ABC")));
        session.assign(page, PAGE.status, Sql.upper(Sql.value("x")));
        session.add(page);
        database.statements().clear();
        session.flush();
        assertThat(database.statements().writes())
                .singleElement()
                .asString()
                .containsPattern("VALUES \\(lower\\(.*, upper\\(");
        assertThat(page.title).isEqualTo("abc");
        assertThat(page.status).isEqualTo("X");
        session.commit();
        assertThat(database.rows("SELECT title, status FROM visit_page")).containsExactly("abc|X");
    }

    @Test
    void equalExpressionsGoTogether() {
        for (String text : List.of("a", "b", "c")) {
            Note note = new Note();
            note.text = text;
            session.add(note);
        }
        session.commit();
        List<Note> notes = session.list(select(NOTE).orderBy(NOTE.id));
        session.assign(notes.get(0), NOTE.count, NOTE.count.plus(1));
        session.assign(notes.get(1), NOTE.count, NOTE.count.plus(1));
        session.assign(notes.get(2), NOTE.count, NOTE.count.plus(2));
        database.statements().clear();
        session.flush();
        assertThat(database.statements().sent()).isEqualTo(returned() ? 2 : 4); // two batches, else each with a query
        assertThat(notes).extracting(note -> note.count).containsExactly(1, 1, 2);
        assertThat(notes).extracting(note -> note.text).containsExactly("a", "b", "c");
    }

    @Test
    void aChangeBesideItGoesIntoTheSameStatement() {
        Page page = page("a");
        page.title = "b";
        session.assign(page, PAGE.views, PAGE.views.plus(1));
        session.commit();
        assertThat(database.statements().writes()).hasSize(1);
        assertThat(database.rows("SELECT title, views, version FROM visit_page"))
                .containsExactly("b|1|2");
    }

    @Test
    void aStaleObjectIsNotReadBefore() {
        Note note = new Note();
        session.add(note);
        session.commit();
        database.sql("UPDATE visit_note SET text = 'b'");
        session.assign(note, NOTE.count, NOTE.count.plus(1));
        session.flush();
        assertThat(database.statements().all())
                .filteredOn(line -> !line.equals("BEGIN"))
                .extracting(line -> line.substring(0, 6))
                .isEqualTo(returned() ? List.of("UPDATE") : List.of("UPDATE", "SELECT"));
        assertThat(note.count).isEqualTo(1);
        assertThat(session.get(Note.class, Objects.requireNonNull(note.id))).isSameAs(note);
        assertThat(note.text).isEqualTo("b");
    }

    private static boolean returned() {
        return TestDatabase.dialect().has(Capability.UPDATE_RETURNING);
    }

    @Test
    void aDeferredColumnIsLoadedLater() {
        Page page = page("a");
        page.body.set("text");
        session.flush();
        session.assign(page, PAGE.body, Sql.upper(PAGE.body));
        session.flush();
        assertThat(page.body.isLoaded()).isFalse();
        assertThat(page.body.get()).isEqualTo("TEXT");
        session.assign(page, PAGE.body, Sql.lower(PAGE.title));
        session.commit();
        assertThat(page.body.get()).isEqualTo("a");
    }

    @Test
    void eachTableOfAHierarchyGetsItsOwn() {
        Door door = new Door();
        door.size = new Size(200, 80);
        session.add(door);
        session.flush();
        session.assign(door, DOOR.opened, DOOR.opened.plus(1));
        session.assign(door, DOOR.size.width, DOOR.size.width.plus(5));
        database.statements().clear();
        session.flush();
        assertThat(database.statements().writes()).singleElement().asString().startsWith("UPDATE visit_door SET");
        assertThat(door.opened).isEqualTo(1);
        assertThat(door.size).isEqualTo(new Size(200, 85));
        session.assign(door, DOOR.touched, DOOR.touched.plus(3));
        session.commit();
        assertThat(database.rows("SELECT touched FROM visit_thing")).containsExactly("3");
    }

    @Test
    void aForeignKeyWithoutAHolderMayBeLookedUp() {
        Site site = new Site("s");
        session.add(site);
        session.flush();
        Page page = page("a");
        session.assign(
                page, PAGE.originId, Sql.scalar(Sql.select(SITE.id).from(SITE).where(SITE.name.eq("s"))));
        session.commit();
        session.refresh(page);
        assertThat(page.originId).isEqualTo(site.id);
    }

    @Test
    void aUniqueValueIsGivenUpBeforeAnotherTakesIt() {
        Page first = page("a");
        Page second = page("b");
        first.place = 1;
        second.place = 3;
        session.flush();
        session.assign(first, PAGE.place, PAGE.place.plus(1));
        second.place = 1;
        session.commit();
        assertThat(database.rows("SELECT title, place FROM visit_page ORDER BY title"))
                .containsExactly("a|2", "b|1");
    }

    @Test
    void timeOfTheChangeMayBeAssignedToo() {
        Page page = page("a");
        session.assign(page, PAGE.changed, Sql.value(java.time.LocalDateTime.of(2020, 1, 2, 3, 4)));
        session.flush();
        assertThat(page.changed).isEqualTo(java.time.LocalDateTime.of(2020, 1, 2, 3, 4));
    }

    // what counts

    @Test
    void theLastThingSaidBeforeTheFlushCounts() {
        Page page = page("a");
        page.views = 7;
        session.assign(page, PAGE.views, PAGE.views.plus(1));
        session.assign(page, PAGE.views, PAGE.views.plus(2));
        session.flush();
        assertThat(page.views).isEqualTo(2);
        session.assign(page, PAGE.status, Sql.upper(PAGE.status));
        session.setToNull(page, PAGE.status);
        session.flush();
        assertThat(page.status).isNull();
    }

    @Test
    void aFieldThatIsSetAfterwardsIsRefused() {
        Page page = page("a");
        session.assign(page, PAGE.views, PAGE.views.plus(1));
        page.views = 3;
        assertThatThrownBy(session::flush)
                .isInstanceOf(UsageException.class)
                .hasFieldOrPropertyWithValue("code", "DVT-ORM-ASSIGN")
                .hasMessageContaining(
                        "Page 1: Page.views was assigned an SQL expression, and its field was set afterwards");
        assertThat(database.statements().writes()).isEmpty();
        session.expire(page, PAGE.views);
        page.views = 3;
        session.commit();
        assertThat(database.rows("SELECT views FROM visit_page")).containsExactly("3");

        Page another = new Page("b");
        session.add(another);
        session.assign(another, PAGE.title, Sql.lower(Sql.value("B")));
        another.title = "c";
        assertThatThrownBy(session::flush).isInstanceOf(UsageException.class);
    }

    @Test
    void itIsDroppedByExpireAndRefresh() {
        Page page = page("a");
        session.assign(page, PAGE.views, PAGE.views.plus(1));
        session.expire(page);
        session.flush();
        session.assign(page, PAGE.views, PAGE.views.plus(1));
        session.refresh(page);
        session.commit();
        assertThat(database.statements().writes()).isEmpty();
    }

    // rollback

    @Test
    void aRollbackTakesItBack() {
        Page page = page("a");
        session.assign(page, PAGE.views, PAGE.views.plus(1));
        session.flush();
        session.assign(page, PAGE.views, PAGE.views.plus(1));
        session.rollback();
        assertThat(page.views).isZero();
        session.commit();
        assertThat(database.rows("SELECT views FROM visit_page")).containsExactly("0");
    }

    @Test
    void aNewObjectKeepsIt() {
        Page page = new Page("a");
        session.add(page);
        session.assign(page, PAGE.title, Sql.upper(Sql.value("x")));
        session.flush();
        assertThat(page.title).isEqualTo("X");
        session.rollback();
        assertThat(page.title).isEqualTo("a");
        session.add(page);
        session.commit();
        assertThat(database.rows("SELECT title FROM visit_page")).containsExactly("X");

        Note note = new Note();
        session.assign(note, NOTE.text, Sql.upper(Sql.value("n")));
        System.gc();
        session.add(note);
        session.flush();
        session.rollback();
        System.gc();
        session.add(note);
        session.commit();
        assertThat(database.rows("SELECT text FROM visit_note")).containsExactly("N");
    }

    @Test
    void aFlushUnderASavepointThatFailsLeavesIt() {
        try (Session careful = database.sessions()
                .with(SessionOptions.DEFAULT.withFlushUnderSavepoint(true))
                .open()) {
            Page page = new Page("a");
            Page other = new Page("b");
            page.place = 1;
            other.place = 2;
            careful.addAll(List.of(page, other));
            careful.commit();
            careful.assign(page, PAGE.views, PAGE.views.plus(1));
            careful.assign(other, PAGE.place, PAGE.place.minus(1));
            assertThatThrownBy(careful::flush).isInstanceOf(DatabaseException.class);
            assertThat(page.views).isZero();
            assertThat(careful.inspect(page).changedColumns()).hasToString("[views: 0 → by SQL]");
            careful.expire(other, PAGE.place);
            careful.commit();
            assertThat(database.rows("SELECT views, place FROM visit_page ORDER BY id"))
                    .containsExactly("1|1", "0|2");
        }
    }

    // explained and refused

    @Test
    void thePlanSaysWhatGetsAnExpression() {
        Page page = page("a");
        session.assign(page, PAGE.views, PAGE.views.plus(1));
        assertThat(session.changed()).containsExactly(page);
        assertThat(session.explainFlush()).contains("UPDATE Page 1 with SQL for [views]");
        assertThat(session.inspect(page).changedColumns()).hasToString("[views: 0 → by SQL]");
    }

    @Test
    void someColumnsAreTheSessionsOwn() {
        Page page = page("a");
        refused("the session knows objects by their primary key", () -> session.assign(page, PAGE.id, PAGE.id.plus(1)));
        refused("it counts the row's versions", () -> session.assign(page, PAGE.version, PAGE.version.plus(1)));
        refused("no UPDATE writes it", () -> session.assign(page, PAGE.twice, PAGE.twice.plus(1)));
        refused(
                "a relationship writes this foreign key; set that",
                () -> session.assign(page, PAGE.siteId, PAGE.siteId.plus(1)));
        assertThatThrownBy(() -> session.bulkInsert(List.of(assigned(new Page("b")))))
                .isInstanceOf(UsageException.class)
                .hasFieldOrPropertyWithValue("code", "DVT-USE-BULK");
    }

    private Page assigned(Page page) {
        session.assign(page, PAGE.title, Sql.lower(Sql.value("B")));
        return page;
    }

    private static void refused(String reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(UsageException.class)
                .hasFieldOrPropertyWithValue("code", "DVT-ORM-ASSIGN")
                .hasMessageContaining("cannot be assigned an SQL expression: " + reason);
    }

    @Test
    void whatWasChangedMeanwhileIsRefusedByItsVersion() {
        Page page = page("a");
        session.commit();
        session.refresh(page);
        session.commit();
        session.assign(page, PAGE.views, PAGE.views.plus(1));
        database.sql("UPDATE visit_page SET version = 9");
        session.commit(); // an object that only went stale is written by the version that its row has
        assertThat(database.rows("SELECT views, version FROM visit_page")).containsExactly("1|10");
    }

    @Test
    void mergeTakesItAlong() {
        Page page = page("a");
        session.expunge(page);
        session.assign(page, PAGE.views, PAGE.views.plus(1));
        Page merged = session.merge(page);
        assertThat(merged).isNotSameAs(page);
        session.commit();
        assertThat(database.rows("SELECT views FROM visit_page")).containsExactly("1");
    }
}
