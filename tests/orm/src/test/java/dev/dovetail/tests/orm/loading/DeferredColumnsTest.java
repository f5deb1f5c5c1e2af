package dev.dovetail.tests.orm.loading;

import static dev.dovetail.orm.query.Projections.project;
import static dev.dovetail.orm.query.Queries.joinedLoad;
import static dev.dovetail.orm.query.Queries.raiseDeferred;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;
import static dev.dovetail.orm.query.Queries.undefer;
import static dev.dovetail.orm.query.Queries.update;
import static dev.dovetail.tests.orm.loading.Archive_Medium_.MEDIUM;
import static dev.dovetail.tests.orm.loading.Archive_Paper_.PAPER;
import static dev.dovetail.tests.orm.loading.Archive_Shelf_.SHELF;
import static dev.dovetail.tests.orm.loading.Archive_Tape_.TAPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.IntegrityException;
import dev.dovetail.UsageException;
import dev.dovetail.orm.NestedTransaction;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.orm.attribute.DetachedHolderException;
import dev.dovetail.orm.attribute.ObjectDeletedException;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.loading.Archive.Medium;
import dev.dovetail.tests.orm.loading.Archive.Paper;
import dev.dovetail.tests.orm.loading.Archive.Shelf;
import dev.dovetail.tests.orm.loading.Archive.Tape;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Columns that are not read with their rows, but when their holders are touched. */
class DeferredColumnsTest {

    private static final String COLUMNS = "archive_paper.id, archive_paper.title, archive_paper.shelf_id";

    private final TestDatabase database = Archive.database();
    private final Session session = filled();

    private Session filled() {
        database.sql(
                "INSERT INTO archive_shelf (id) VALUES (1)",
                "INSERT INTO archive_paper (title, body, shelf_id) VALUES ('P1', 'one', 1), ('P2', 'two', 1),"
                        + " ('P3', NULL, NULL)",
                "INSERT INTO archive_medium (id, type, label) VALUES (1, 'tape', 'L1'), (2, 'medium', 'L2'), (3, 'tape', 'L3')",
                "INSERT INTO archive_tape (id, length, transcript) VALUES (1, 60, 'T1'), (3, 90, 'T3')");
        return database.open();
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private List<Paper> papers() {
        List<Paper> papers = session.list(select(PAPER).orderBy(PAPER.id));
        assertThat(database.statements().reads())
                .containsExactly("SELECT " + COLUMNS + " FROM archive_paper ORDER BY archive_paper.id");
        return papers;
    }

    private Paper paper() {
        Paper paper = session.getOne(Paper.class, 1);
        database.statements().clear();
        return paper;
    }

    // refused

    @Test
    void aQueryMayRefuseToLoadThem() {
        List<Paper> papers = session.list(
                select(PAPER).orderBy(PAPER.id).options(raiseDeferred(PAPER.body, PAPER.cover), undefer(PAPER.cover)));
        database.statements().clear();
        Paper first = papers.get(0);
        assertThatThrownBy(first.body::get)
                .isInstanceOf(UsageException.class)
                .hasFieldOrPropertyWithValue("code", "DVT-ORM-RAISE")
                .hasMessageStartingWith("Paper.body of Paper 1 is not loaded")
                .hasMessageEndingWith("read it with the query: select(PAPER).options(undefer(PAPER.body))");
        assertThat(first.cover.get()).isNull();
        assertThat(database.statements().all()).isEmpty();
        assertThat(first.note.get()).isNotNull();
        first.body.set("mine");
        assertThat(first.body.get()).isEqualTo("mine");
        session.flush();
        session.refresh(papers.get(1), "body"); // asked for by name
        assertThat(papers.get(1).body.get()).isEqualTo("two");
    }

    @Test
    void allOfThemMayBeRefusedAlongAPathToo() {
        Shelf shelf =
                session.one(select(SHELF).options(selectInLoad(SHELF.papers).then(raiseDeferred())));
        assertThatThrownBy(shelf.papers.get(0).note::get).isInstanceOf(UsageException.class);
        List<Medium> media = session.list(select(MEDIUM).orderBy(MEDIUM.id).options(raiseDeferred()));
        assertThatThrownBy(() -> ((Tape) media.get(0)).transcript.get()).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> session.list(select(PAPER).options(raiseDeferred(PAPER.title))))
                .isInstanceOf(UsageException.class);
    }

    // loading

    @Test
    void oneStatementLoadsTheColumnOfOneObject() {
        Paper paper = paper();
        assertThat(paper.body.isLoaded()).isFalse();
        assertThat(paper.body).hasToString("Deferred(not loaded)");
        assertThat(paper.body.get()).isEqualTo("one");
        assertThat(paper.body.get()).isEqualTo("one");
        assertThat(paper.body.isLoaded()).isTrue();
        assertThat(database.statements().reads())
                .containsExactly("SELECT archive_paper.id, archive_paper.body FROM archive_paper"
                        + " WHERE archive_paper.id = ? [1]");
    }

    @Test
    void objectsOfOneQueryLoadTogether() {
        List<Paper> papers = papers();
        assertThat(papers.get(1).body.get()).isEqualTo("two");
        assertThat(papers.get(0).body.get()).isEqualTo("one");
        assertThat(papers.get(2).body.get()).isNull();
        assertThat(database.statements().reads())
                .containsExactly("SELECT archive_paper.id, archive_paper.body FROM archive_paper"
                        + " WHERE archive_paper.id IN (?, ?, ?, ?) [2, 3, 1, 1]");
        assertThat(papers.get(0).cover.isLoaded()).isFalse();
    }

    @Test
    void aQueryReadsWhatItUndefers() {
        List<Paper> papers = session.list(
                select(PAPER).options(undefer(PAPER.body, PAPER.cover)).orderBy(PAPER.id));
        assertThat(papers).extracting(paper -> paper.body.get()).containsExactly("one", "two", null);
        assertThat(papers.get(0).note.isLoaded()).isFalse();
        assertThat(database.statements().reads())
                .containsExactly(
                        "SELECT archive_paper.id, archive_paper.body, archive_paper.title, archive_paper.cover,"
                                + " archive_paper.shelf_id FROM archive_paper ORDER BY archive_paper.id");
    }

    @Test
    void aQueryFillsWhatIsNotLoadedInObjectsOfTheSession() {
        List<Paper> papers = papers();
        papers.get(0).body.set("mine");
        session.noAutoflush(same -> same.list(select(PAPER).options(undefer(PAPER.body))));
        database.statements().clear();
        assertThat(papers).extracting(paper -> paper.body.get()).containsExactly("mine", "two", null);
        assertThat(database.statements().sent()).isZero();
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("UPDATE archive_paper SET body=? WHERE archive_paper.id = ? [mine, 1]");
    }

    @Test
    void optionsGoAlongPaths() {
        Shelf joined =
                session.one(select(SHELF).options(joinedLoad(SHELF.papers).then(undefer(PAPER.body))));
        assertThat(joined.papers).extracting(paper -> paper.body.isLoaded()).containsExactly(true, true);
        session.expungeAll();
        Shelf selected =
                session.one(select(SHELF).options(selectInLoad(SHELF.papers).then(undefer(PAPER.body))));
        assertThat(selected.papers).extracting(paper -> paper.body.isLoaded()).containsExactly(true, true);
        session.expungeAll();
        Shelf lazy = session.one(select(SHELF).options(joinedLoad(SHELF.papers)).limit(1));
        assertThat(lazy.papers).extracting(paper -> paper.title).containsExactly("P1", "P2");
        assertThat(lazy.papers).extracting(paper -> paper.body.isLoaded()).containsExactly(false, false);
    }

    @Test
    void ownersWithDeferredColumnsCanBeJoinedToOthers() {
        List<Paper> papers =
                session.list(select(PAPER).orderBy(PAPER.id).limit(2).options(joinedLoad(PAPER.shelf)));
        assertThat(papers).extracting(paper -> paper.shelf.isLoaded()).containsExactly(true, true);
        assertThat(Objects.requireNonNull(papers.get(0).shelf.get()).papers).hasSize(2);
    }

    @Test
    void undeferOfAPlainFieldIsRefused() {
        assertThatThrownBy(() -> undefer(PAPER.title))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Paper.title is no Deferred");
    }

    @Test
    void theColumnIsUsableInQueries() {
        assertThat(session.list(select(PAPER).where(PAPER.body.like("%o%")).orderBy(PAPER.body.desc())))
                .extracting(paper -> paper.title)
                .containsExactly("P2", "P1");
        assertThat(session.list(select(PAPER).orderBy(PAPER.id).into(project(PAPER.body, body -> body))))
                .containsExactly("one", "two", null);
        assertThat(session.count(select(PAPER).where(PAPER.body.isNull()))).isEqualTo(1);
    }

    @Test
    void aRowThatIsGoneIsReported() {
        Paper paper = paper();
        session.execute(Sql.sql("DELETE FROM archive_paper WHERE id = 1"));
        assertThatThrownBy(paper.body::get)
                .isInstanceOf(ObjectDeletedException.class)
                .hasMessageContaining("body");
    }

    // detached

    @Test
    void neverLoadedAndDetachedIsRefusedWithTheRemedy() {
        Paper paper = paper();
        session.expunge(paper);
        assertThat(paper.body.isLoaded()).isFalse();
        assertThatThrownBy(paper.body::get)
                .isInstanceOf(DetachedHolderException.class)
                .hasMessageContaining("Paper.body of Paper 1 was never loaded")
                .hasMessageContaining("select(PAPER).options(undefer(PAPER.body))");
    }

    @Test
    void whatWasLoadedStaysReadable() {
        Paper paper = paper();
        assertThat(paper.body.get()).isEqualTo("one");
        session.commit();
        session.close();
        assertThat(paper.body.isLoaded()).isTrue();
        assertThat(paper.body.get()).isEqualTo("one");
    }

    @Test
    void readOnlyQueriesHaveWhatTheyRead() {
        Paper paper = session.one(
                select(PAPER).where(PAPER.id.eq(1)).options(undefer(PAPER.body)).readOnly());
        assertThat(paper.body.get()).isEqualTo("one");
        assertThatThrownBy(paper.cover::get).isInstanceOf(DetachedHolderException.class);
    }

    // writing

    @Test
    void setWritesWithoutLoading() {
        Paper paper = paper();
        paper.body.set("new");
        assertThat(paper.body.get()).isEqualTo("new");
        session.flush();
        session.flush();
        assertThat(database.statements().all())
                .containsExactly("UPDATE archive_paper SET body=? WHERE archive_paper.id = ? [new, 1]");
    }

    @Test
    void whatIsNotLoadedIsNeverWritten() {
        Paper paper = paper();
        paper.title = "T";
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("UPDATE archive_paper SET title=? WHERE archive_paper.id = ? [T, 1]");
        assertThat(paper.body.get()).isEqualTo("one");
        assertThat(session.changed()).isEmpty();
    }

    @Test
    void aValueEqualToTheOneKnownIsNotWritten() {
        Paper paper = paper();
        assertThat(paper.body.get()).isEqualTo("one");
        paper.body.set("one");
        database.statements().clear();
        session.flush();
        assertThat(database.statements().sent()).isZero();
        paper.body.set(null);
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("UPDATE archive_paper SET body=? WHERE archive_paper.id = ? [null, 1]");
    }

    @Test
    void bytesThatChangeInPlaceAreSeen() {
        Paper paper = paper();
        paper.cover.set(new byte[] {1, 2});
        session.flush();
        Objects.requireNonNull(paper.cover.get())[0] = 9;
        assertThat(session.changed()).containsExactly(paper);
        session.flush();
        session.expire(paper);
        assertThat(paper.cover.get()).containsExactly(9, 2);
    }

    @Test
    void insertWritesWhatWasSet() {
        Paper paper = new Paper("P4", "four");
        assertThat(paper.cover.get()).isNull();
        session.add(paper);
        assertThat(paper.cover.get()).isNull();
        session.flush();
        assertThat(database.statements().all())
                .filteredOn(line -> !line.equals("BEGIN"))
                .containsExactly("INSERT INTO archive_paper (body, title, cover, shelf_id) VALUES (?, ?, ?, ?)"
                        + " [four, P4, null, null]");
        assertThat(paper.body.get()).isEqualTo("four");
        assertThat(paper.cover.get()).isNull();
        assertThat(database.statements().sent()).isZero();
        assertThat(paper.note.get()).isEqualTo("none"); // the database's default
        assertThat(database.statements().sent()).isEqualTo(1);
    }

    // stale

    @Test
    void aCommitMakesItStale() {
        Paper paper = paper();
        assertThat(paper.body.get()).isEqualTo("one");
        session.commit();
        assertThat(paper.body.isLoaded()).isFalse();
        database.sql("UPDATE archive_paper SET body = 'moved' WHERE id = 1");
        assertThat(paper.body.get()).isEqualTo("moved");
        assertThat(database.statements().reads()).hasSize(1);
        session.refresh(paper);
        assertThat(paper.title).isEqualTo("P1");
        assertThat(paper.body.isLoaded()).isFalse();
    }

    @Test
    void theRowReadAgainLeavesItAlone() {
        Paper paper = paper();
        session.commit();
        assertThat(paper.body.get()).isEqualTo("one");
        session.getOne(Paper.class, 1);
        database.statements().clear();
        assertThat(paper.body.get()).isEqualTo("one");
        assertThat(database.statements().sent()).isZero();
    }

    @Test
    void aStaleValueIsNotWritten() {
        Paper paper = paper();
        assertThat(paper.body.get()).isEqualTo("one");
        session.commit();
        paper.title = "T";
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("UPDATE archive_paper SET title=? WHERE archive_paper.id = ? [T, 1]");
    }

    @Test
    void expireAndRefreshByName() {
        Paper paper = paper();
        paper.body.set("mine");
        session.expire(paper, "body");
        assertThat(paper.body.isLoaded()).isFalse();
        assertThat(paper.body.get()).isEqualTo("one");
        database.statements().clear();
        session.refresh(paper, "body");
        assertThat(paper.body.isLoaded()).isTrue();
        assertThat(database.statements().reads())
                .containsExactly("SELECT archive_paper.id, archive_paper.body FROM archive_paper"
                        + " WHERE archive_paper.id = ? [1]");
    }

    @Test
    void refreshForgetsWhatWasSet() {
        Paper paper = paper();
        paper.body.set("mine");
        session.refresh(paper);
        assertThat(paper.body.isLoaded()).isFalse();
        assertThat(paper.body.get()).isEqualTo("one");
    }

    @Test
    void populateExistingOverwrites() {
        Paper paper = paper();
        paper.body.set("mine");
        session.noAutoflush(
                same -> same.list(select(PAPER).options(undefer(PAPER.body)).populateExisting()));
        database.statements().clear();
        assertThat(paper.body.get()).isEqualTo("one");
        assertThat(database.statements().sent()).isZero();
    }

    // rollback

    @Test
    void rollbackTakesItBack() {
        Paper paper = paper();
        paper.body.set("mine");
        session.flush();
        session.rollback();
        assertThat(paper.body.isLoaded()).isFalse();
        assertThat(paper.body.get()).isEqualTo("one");
        assertThat(session.changed()).isEmpty();
    }

    @Test
    void rollbackOfAnInsertLeavesWhatTheApplicationSet() {
        Paper paper = new Paper("P4", "four");
        session.add(paper);
        session.flush();
        session.rollback();
        assertThat(paper.id).isNull();
        assertThat(paper.body.get()).isEqualTo("four");
        session.add(paper);
        session.commit();
        assertThat(paper.body.get()).isEqualTo("four");
    }

    @Test
    void rollbackToASavepointPutsTheValueBack() {
        Paper paper = paper();
        assertThat(paper.body.get()).isEqualTo("one");
        try (NestedTransaction savepoint = session.beginNested()) {
            paper.body.set("mine");
            session.flush();
            savepoint.rollback();
        }
        assertThat(paper.body.get()).isEqualTo("one");
        paper.body.set("after");
        session.commit();
        assertThat(paper.body.get()).isEqualTo("after");
    }

    @Test
    void aFlushThatFailsUnderASavepointTakesItBack() {
        Paper paper = paper();
        Paper other = session.getOne(Paper.class, 2);
        NestedTransaction savepoint = session.beginNested();
        paper.body.set("mine");
        assertThatThrownBy(() -> {
                    other.shelfId = 99;
                    session.flush();
                })
                .isInstanceOf(IntegrityException.class);
        savepoint.rollback();
        assertThat(paper.body.isLoaded()).isFalse();
        assertThat(paper.body.get()).isEqualTo("one");
    }

    @Test
    void aFlushUnderASavepointOfItsOwnLeavesWhatWasSet() {
        try (Session careful = database.sessions()
                .with(SessionOptions.DEFAULT.withFlushUnderSavepoint(true))
                .open()) {
            Paper paper = careful.getOne(Paper.class, 1);
            Paper other = careful.getOne(Paper.class, 2);
            assertThat(other.body.get()).isEqualTo("two");
            paper.body.set("mine");
            other.shelfId = 99;
            assertThatThrownBy(careful::flush).isInstanceOf(IntegrityException.class);
            assertThat(paper.body.get()).isEqualTo("mine");
            assertThat(careful.changed()).containsExactly(paper, other);
            other.shelfId = null;
            careful.commit();
            assertThat(paper.body.get()).isEqualTo("mine");
            assertThat(other.body.get()).isEqualTo("two");
        }
    }

    // other ways to write

    @Test
    void mergeCopiesWhatIsLoaded() {
        Paper given = paper();
        session.expunge(given);
        given.title = "T";
        Paper merged = session.merge(given);
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("UPDATE archive_paper SET title=? WHERE archive_paper.id = ? [T, 1]");
        assertThat(merged.body.get()).isEqualTo("one");
        session.expunge(merged);
        merged.body.set("merged");
        assertThat(session.merge(merged).body.get()).isEqualTo("merged");
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("UPDATE archive_paper SET body=? WHERE archive_paper.id = ? [merged, 1]");
    }

    @Test
    void mergeOfATransientObjectCopiesWhatWasSet() {
        Paper given = new Paper();
        given.id = 1;
        given.title = "T";
        session.merge(given);
        database.statements().clear();
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("UPDATE archive_paper SET title=? WHERE archive_paper.id = ? [T, 1]");
    }

    @Test
    void updatesByCriteriaReachIt() {
        List<Paper> papers = papers();
        assertThat(papers.get(0).body.get()).isEqualTo("one");
        session.execute(update(PAPER).set(PAPER.body, "bulk").where(PAPER.id.le(2)));
        database.statements().clear();
        assertThat(papers.get(0).body.get()).isEqualTo("bulk");
        assertThat(papers.get(1).body.get()).isEqualTo("bulk");
        assertThat(database.statements().sent()).isZero();
        session.execute(update(PAPER).set(PAPER.title, "T").where(PAPER.body.eq("bulk")));
        assertThat(papers).extracting(paper -> paper.title).containsExactly("T", "T", "P3");
    }

    @Test
    void bulkInsertsWriteWhatWasSet() {
        Paper paper = new Paper("P4", "four");
        paper.id = 4;
        session.bulkInsert(List.of(paper));
        assertThat(session.getOne(Paper.class, 4).body.get()).isEqualTo("four");
    }

    @Test
    void inspectionSaysWhatIsNotLoaded() {
        Paper paper = paper();
        assertThat(session.inspect(paper).columns())
                .filteredOn(column -> !column.loaded())
                .extracting(column -> column.attribute())
                .containsExactly("body", "cover", "note");
        paper.body.set("mine");
        assertThat(session.inspect(paper).columns().get(1)).hasToString("body: null → 'mine'");
    }

    // hierarchies

    @Test
    void subclassesHaveTheirOwn() {
        List<Medium> media = session.list(select(MEDIUM).orderBy(MEDIUM.id));
        assertThat(database.statements().reads())
                .containsExactly(
                        "SELECT archive_medium.id, archive_medium.type, archive_tape.length FROM archive_medium"
                                + " LEFT JOIN archive_tape ON archive_tape.id = archive_medium.id ORDER BY archive_medium.id");
        Tape tape = (Tape) media.get(0);
        assertThat(tape.transcript.get()).isEqualTo("T1");
        assertThat(((Tape) media.get(2)).transcript.isLoaded()).isTrue();
        assertThat(media).extracting(medium -> medium.label.get()).containsExactly("L1", "L2", "L3");
        assertThat(database.statements().reads())
                .containsExactly(
                        "SELECT archive_tape.id, archive_tape.transcript FROM archive_tape WHERE archive_tape.id IN (?, ?)"
                                + " [1, 3]",
                        "SELECT archive_medium.id, archive_medium.label FROM archive_medium"
                                + " WHERE archive_medium.id IN (?, ?, ?, ?) [1, 2, 3, 3]");
        tape.transcript.set("new");
        tape.label.set("L");
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly(
                        "UPDATE archive_medium SET label=? WHERE archive_medium.id = ? [L, 1]",
                        "UPDATE archive_tape SET transcript=? WHERE archive_tape.id = ? [new, 1]");
    }

    @Test
    void aSubclassIsReadWithBoth() {
        Tape tape = session.one(select(TAPE).where(TAPE.id.eq(3)).options(undefer(TAPE.transcript, TAPE.label)));
        assertThat(tape.transcript.get()).isEqualTo("T3");
        assertThat(tape.label.get()).isEqualTo("L3");
        assertThat(database.statements().reads()).hasSize(1);
    }
}
