package dev.dovetail.tests.orm.session;

import static dev.dovetail.orm.query.Queries.joinedLoad;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;
import static dev.dovetail.tests.orm.session.Office_Folder_.FOLDER;
import static dev.dovetail.tests.orm.session.Office_Paper_.PAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.session.Office.Folder;
import dev.dovetail.tests.orm.session.Office.Owned;
import dev.dovetail.tests.orm.session.Office.Paper;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conditions on whatever reads an entity: a tenant's rows, soft deletes. */
class CriteriaTest {

    private final TestDatabase database = TestDatabase.shared(Folder.class, Paper.class);
    private final Session session = database.open();

    @BeforeEach
    void store() {
        database.sql(
                "INSERT INTO folder (tenant, name) VALUES ('a', 'f')",
                "INSERT INTO folder (tenant, name) VALUES ('b', 'g')",
                "INSERT INTO paper (tenant, text, deleted, folder_id) VALUES ('a', 'kept', false, 1)",
                "INSERT INTO paper (tenant, text, deleted, folder_id) VALUES ('a', 'gone', true, 1)",
                "INSERT INTO paper (tenant, text, deleted, folder_id) VALUES ('b', 'other', false, 2)");
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private void hideDeleted() {
        database.sessions()
                .criteria()
                .add(PAPER, (it, paper) -> it.info().containsKey("all") ? null : paper.deleted.eq(false));
    }

    @Test
    void queriesCountsAndGetLeaveOutWhatTheCriteriaDo() {
        hideDeleted();
        assertThat(session.list(select(PAPER))).extracting(paper -> paper.text).containsExactly("kept", "other");
        assertThat(database.statements().reads())
                .containsExactly("SELECT paper.id, paper.tenant, paper.text, paper.deleted, paper.folder_id FROM paper"
                        + " WHERE paper.deleted = ? [false]");
        assertThat(session.count(select(PAPER))).isEqualTo(2);
        assertThat(session.exists(select(PAPER).where(PAPER.text.eq("gone")))).isFalse();
        assertThat(session.get(Paper.class, 2)).isNull();
        assertThat(session.get(Paper.class, 1)).isNotNull();
    }

    @Test
    void aliasesAreMet() {
        hideDeleted();
        var p = PAPER.as("p");
        assertThat(session.list(select(p).where(p.tenant.eq("a")))).hasSize(1);
        assertThat(database.statements().reads()).singleElement().asString().contains("p.deleted = ?");
    }

    @Test
    void lazyLoadsAndLoadsTogetherLeaveThemOutToo() {
        hideDeleted();
        assertThat(session.getOne(Folder.class, 1).papers).hasSize(1);
        session.expungeAll();
        List<Folder> folders = session.list(select(FOLDER).options(selectInLoad(FOLDER.papers)));
        assertThat(folders.get(0).papers).hasSize(1);
    }

    @Test
    void joinedLoadsKeepTheOwners() {
        hideDeleted();
        database.sql("UPDATE paper SET deleted = true");
        List<Folder> folders = session.list(select(FOLDER).orderBy(FOLDER.id).options(joinedLoad(FOLDER.papers)));
        assertThat(database.statements().reads()).singleElement().asString().contains("AND paper_1.deleted = ? ");
        assertThat(folders).hasSize(2).allMatch(folder -> folder.papers.isEmpty());
    }

    @Test
    void aSessionCanAskForEverything() {
        hideDeleted();
        session.info().put("all", true);
        assertThat(session.list(select(PAPER))).hasSize(3);
        assertThat(session.get(Paper.class, 2)).isNotNull();
    }

    @Test
    void aTypeStandsForAllItsEntities() {
        database.sessions()
                .criteria()
                .add(
                        Owned.class,
                        (it, columns) -> columns.column("tenant", String.class)
                                .eq(String.valueOf(it.info().get("tenant"))));
        session.info().put("tenant", "b");
        assertThat(session.list(select(FOLDER)))
                .extracting(folder -> folder.name)
                .containsExactly("g");
        assertThat(session.list(select(PAPER))).extracting(paper -> paper.text).containsExactly("other");
        assertThat(session.get(Paper.class, 1)).isNull();
        Paper other = session.getOne(Paper.class, 3);
        assertThat(other.folder.get()).isSameAs(session.get(Folder.class, 2));
    }

    @Test
    void aReferenceToWhatIsHiddenIsNull() {
        database.sessions().criteria().add(FOLDER, (it, folder) -> folder.name.ne("f"));
        assertThat(session.getOne(Paper.class, 1).folder.get()).isNull();
        assertThat(session.getOne(Paper.class, 3).folder.get()).isNotNull();
    }

    @Test
    void whatIsInMemoryIsReadAgainWithoutThem() {
        Paper gone = session.getOne(Paper.class, 2);
        hideDeleted();
        assertThat(session.get(Paper.class, 2)).isSameAs(gone);
        session.commit();
        session.refresh(gone);
        assertThat(gone.text).isEqualTo("gone");
    }

    @Test
    void softDeletesAreAListenerAndACriterion() {
        hideDeleted();
        database.sessions().events().beforeDelete(Paper.class, (it, paper) -> {
            it.add(paper); // not deleted after all
            paper.deleted = true;
        });
        session.delete(session.getOne(Paper.class, 1));
        session.commit();
        assertThat(database.statements().writes())
                .containsExactly("UPDATE paper SET deleted=? WHERE paper.id = ? [true, 1]");
        assertThat(session.list(select(PAPER))).hasSize(1);
    }

    @Test
    void anAttributeThatAnEntityLacksIsNamed() {
        database.sessions()
                .criteria()
                .add(
                        Owned.class,
                        (it, columns) -> columns.column("owner", String.class).isNull());
        assertThatThrownBy(() -> session.get(Folder.class, 1))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Folder has no attribute owner");
    }
}
