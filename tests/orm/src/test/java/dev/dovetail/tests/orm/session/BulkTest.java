package dev.dovetail.tests.orm.session;

import static dev.dovetail.orm.query.Queries.deleteFrom;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.update;
import static dev.dovetail.tests.orm.session.Draft_.DRAFT;
import static dev.dovetail.tests.orm.session.Office_Folder_.FOLDER;
import static dev.dovetail.tests.orm.session.Office_Paper_.PAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.orm.query.Synchronization;
import dev.dovetail.tests.orm.session.Office.Folder;
import dev.dovetail.tests.orm.session.Office.Paper;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many rows in one statement, past the unit of work, and how objects in memory follow. */
class BulkTest {

    private final TestDatabase database = TestDatabase.shared(Folder.class, Paper.class, Draft.class);
    private final Session session = database.open();

    @BeforeEach
    void store() {
        database.sql(
                "INSERT INTO folder (tenant, name) VALUES ('a', 'f')",
                "INSERT INTO folder (tenant, name) VALUES ('b', 'g')",
                "INSERT INTO paper (tenant, text, deleted, folder_id) VALUES ('a', 'one', false, 1)",
                "INSERT INTO paper (tenant, text, deleted, folder_id) VALUES ('a', 'two', true, 1)",
                "INSERT INTO paper (tenant, text, deleted, folder_id) VALUES ('b', 'three', false, 2)");
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private List<Paper> papers() {
        List<Paper> papers = session.list(select(PAPER).orderBy(PAPER.id));
        database.statements().clear();
        return papers;
    }

    private static Paper paper(String text) {
        Paper paper = new Paper();
        paper.text = text;
        return paper;
    }

    // inserts

    @Test
    void rowsAreInsertedInOneBatch() {
        Paper first = paper("x");
        session.bulkInsert(List.of(first, paper("y")));
        assertThat(database.statements().sent()).isEqualTo(1);
        assertThat(database.statements().writes())
                .containsExactly(
                        "INSERT INTO paper (tenant, text, deleted, folder_id) VALUES (?, ?, ?, ?) [null, x, false, null]",
                        "INSERT INTO paper (tenant, text, deleted, folder_id) VALUES (?, ?, ?, ?) [null, y, false, null]");
        assertThat(session.inspect(first).lifeCycle()).isEqualTo(LifeCycle.TRANSIENT);
        assertThat(first.id).isNull();
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM paper")).containsExactly("5");
    }

    @Test
    void whatHasARowIsNotInsertedAgain() {
        Paper stored = papers().get(0);
        assertThatThrownBy(() -> session.bulkInsert(List.of(stored)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Paper 1 is PERSISTENT");
    }

    // updates

    @Test
    void anUpdateIsEvaluatedOverTheObjects() {
        List<Paper> papers = papers();
        int rows = session.execute(
                update(PAPER).set(PAPER.text, "changed").where(PAPER.tenant.eq("a"), PAPER.deleted.eq(false)));
        assertThat(rows).isEqualTo(1);
        assertThat(papers).extracting(paper -> paper.text).containsExactly("changed", "two", "three");
        assertThat(session.changed()).isEmpty();
        assertThat(database.statements().all())
                .containsExactly(
                        "UPDATE paper SET text=? WHERE paper.tenant = ? AND paper.deleted = ? [changed, a, false]");
        session.rollback();
        assertThat(papers.get(0).text).isEqualTo("one");
    }

    @Test
    void whatCannotBeEvaluatedIsFetched() {
        List<Paper> papers = papers();
        session.execute(update(PAPER).set(PAPER.text, "changed").where(PAPER.text.ge("t")));
        assertThat(papers).extracting(paper -> paper.text).containsExactly("one", "changed", "changed");
        assertThat(database.statements().all())
                .containsExactly(
                        "SELECT paper.id FROM paper WHERE paper.text >= ? [t]",
                        "UPDATE paper SET text=? WHERE paper.text >= ? [changed, t]");
    }

    @Test
    void theWayCanBeChosen() {
        List<Paper> papers = papers();
        var ordered = update(PAPER).set(PAPER.text, "x").where(PAPER.text.ge("t"));
        assertThatThrownBy(() -> session.execute(ordered.synchronize(Synchronization.EVALUATE)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("cannot be evaluated");
        session.execute(ordered.synchronize(Synchronization.NONE));
        assertThat(papers).extracting(paper -> paper.text).containsExactly("one", "two", "three");
        session.execute(update(PAPER).set(PAPER.text, "y").where(PAPER.id.eq(1)).synchronize(Synchronization.FETCH));
        assertThat(papers.get(0).text).isEqualTo("y");
    }

    @Test
    void withoutObjectsInMemoryThereIsNothingToFetch() {
        session.execute(update(PAPER).set(PAPER.text, "changed").where(PAPER.text.ge("t")));
        assertThat(database.statements().all()).hasSize(2).first().isEqualTo("BEGIN");
    }

    @Test
    void whatAnExpressionGivesIsReadLater() {
        List<Paper> papers = papers();
        session.execute(update(PAPER).set(PAPER.text, PAPER.tenant).where(PAPER.id.eq(1)));
        assertThat(session.inspect(papers.get(0)).notLoaded()).containsExactly("text", "folder");
        session.get(Paper.class, 1);
        assertThat(papers.get(0).text).isEqualTo("a");
    }

    @Test
    void changesThatWereNotFlushedComeFirst() {
        List<Paper> papers = papers();
        papers.get(0).tenant = "z";
        session.execute(update(PAPER).set(PAPER.text, "changed").where(PAPER.tenant.eq("z")));
        assertThat(papers.get(0).text).isEqualTo("changed");
        assertThat(database.statements().writes()).hasSize(2);
    }

    @Test
    void changedReferencesAreLoadedAnew() {
        Folder folder = session.getOne(Folder.class, 1);
        assertThat(folder.papers).hasSize(2);
        Paper paper = folder.papers.get(0);
        session.execute(update(PAPER).set(PAPER.folderId, 2).where(PAPER.id.eq(paper.id)));
        assertThat(paper.folderId).isEqualTo(2);
        assertThat(folder.papers).hasSize(1);
        assertThat(paper.folder.get()).isSameAs(session.get(Folder.class, 2));
    }

    @Test
    void aKeyIsNotChangedThatWay() {
        assertThatThrownBy(() -> session.execute(update(PAPER).set(PAPER.id, 9)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("cannot change Paper.id");
    }

    @Test
    void versionsAreCountedOn() {
        Draft draft = new Draft();
        draft.text = "a";
        session.add(draft);
        session.flush();
        database.statements().clear();
        session.execute(update(DRAFT).set(DRAFT.text, "b").where(DRAFT.text.eq("a")));
        assertThat(database.statements().writes())
                .containsExactly("UPDATE draft SET text=?, version=draft.version + ? WHERE draft.text = ? [b, 1, a]");
        session.get(Draft.class, draft.id);
        assertThat(draft.version).isEqualTo(2);
        draft.text = "c";
        session.commit();
        assertThat(database.rows("SELECT version FROM draft")).containsExactly("3");
    }

    // deletes

    @Test
    void deletedRowsAreDeletedObjects() {
        List<Paper> papers = papers();
        assertThat(session.execute(
                        deleteFrom(PAPER).where(PAPER.deleted.eq(true).or(PAPER.tenant.in("b", "c")))))
                .isEqualTo(2);
        assertThat(session.inspect(papers.get(1)).lifeCycle()).isEqualTo(LifeCycle.DELETED);
        assertThat(session.persistent()).isEqualTo(List.of(papers.get(0)));
        assertThat(database.statements().sent()).isEqualTo(1);
        session.rollback();
        assertThat(session.inspect(papers.get(1)).lifeCycle()).isEqualTo(LifeCycle.PERSISTENT);
        assertThat(session.list(select(PAPER))).hasSize(3);
    }

    @Test
    void nullsAreNeitherEqualNorDifferent() {
        session.bulkInsert(List.of(paper("no tenant")));
        List<Paper> papers = papers();
        session.execute(deleteFrom(PAPER).where(PAPER.tenant.ne("a")));
        assertThat(session.persistent()).hasSize(3);
        session.execute(deleteFrom(PAPER).where(PAPER.tenant.isNull().not()));
        assertThat(session.persistent()).isEqualTo(List.of(papers.get(3)));
        assertThat(database.rows(session.connection(), "SELECT text FROM paper"))
                .containsExactly("no tenant");
    }

    @Test
    void criteriaHoldForBulkWritesToo() {
        database.sessions().criteria().add(PAPER, (it, paper) -> paper.tenant.eq("a"));
        assertThat(session.execute(deleteFrom(PAPER))).isEqualTo(2);
        assertThat(session.execute(update(PAPER).set(PAPER.text, "x"))).isZero();
        assertThat(database.rows(session.connection(), "SELECT text FROM paper"))
                .containsExactly("three");
    }

    // upserts

    @Test
    void anUpsertInsertsOrUpdatesAndGivesTheSessionsObject() {
        Folder known = session.getOne(Folder.class, 1);
        Folder given = new Folder();
        given.id = 1;
        given.name = "renamed";
        assertThat(session.upsert(given)).isSameAs(known);
        assertThat(known.name).isEqualTo("renamed");
        assertThat(known.tenant).as("null was not given").isEqualTo("a");
        Folder fresh = new Folder();
        fresh.id = 77;
        fresh.name = "new";
        Folder stored = session.upsert(fresh);
        assertThat(stored).isNotSameAs(fresh);
        assertThat(session.contains(stored)).isTrue();
        session.rollback();
        assertThat(database.rows("SELECT name FROM folder ORDER BY id")).containsExactly("f", "g");
        assertThat(session.getOne(Folder.class, 1).name).isEqualTo("f");
    }

    @Test
    void anUpsertCountsTheVersionOn() {
        Draft draft = new Draft();
        draft.id = 5;
        draft.text = "a";
        Draft stored = session.upsert(draft);
        assertThat(stored.version).isEqualTo(1);
        Draft again = new Draft();
        again.id = 5;
        again.text = "b";
        assertThat(session.upsert(again)).isSameAs(stored);
        assertThat(stored.version).isEqualTo(2);
    }

    @Test
    void anUpsertNeedsItsKey() {
        assertThatThrownBy(() -> session.upsert(new Folder()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Folder.id, which is null");
        Folder folder = new Folder();
        folder.name = "x";
        assertThatThrownBy(() -> session.upsert(folder, FOLDER.name)).isInstanceOf(UsageException.class);
    }

    @Test
    void aDeleteByCriteriaTakesTheMarkFromWhatWasToBeDeleted() {
        Draft draft = new Draft();
        Draft stale = new Draft();
        session.addAll(List.of(draft, stale));
        session.commit();
        session.refresh(draft);
        session.noAutoflush(held -> {
            held.delete(draft);
            held.delete(stale);
            held.execute(deleteFrom(DRAFT));
        });
        database.statements().clear();
        session.commit();
        assertThat(database.statements().writes()).isEmpty();
        assertThat(session.contains(draft)).isFalse();
        assertThat(database.rows("SELECT * FROM draft")).isEmpty();
    }
}
