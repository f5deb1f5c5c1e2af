package dev.dovetail.tests.orm.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.NestedTransaction;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.PassiveDeletes;
import dev.dovetail.orm.mapping.Relationship;
import dev.dovetail.tests.orm.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known of a row, and was not put in doubt, is not read again. */
class KnownValuesTest {

    @Entity(table = "known_shelf")
    @SuppressWarnings({"FK01", "FK04"})
    static final class Shelf {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(backPopulates = "shelf", passiveDeletes = PassiveDeletes.NEVER)
        final Many<Jar> jars = new Many<>(this);
    }

    @Entity(table = "known_jar")
    static final class Jar {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Shelf.class)
        @Nullable
        Integer shelfId;

        @Relationship(backPopulates = "jars")
        final One<Shelf> shelf = new One<>(this);
    }

    private final TestDatabase database = TestDatabase.of(Shelf.class, Jar.class);
    private final Session session = database.open();
    private Shelf shelf = new Shelf();

    @BeforeEach
    void store() {
        shelf.jars.add(new Jar());
        session.add(shelf);
        session.commit();
        session.expungeAll();
        shelf = session.get(Shelf.class, 1);
        database.statements().clear();
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void anObjectThatComesBackIsWrittenWithoutBeingRead() {
        session.expunge(shelf);
        shelf.name = "changed";
        session.add(shelf);
        session.flush();
        assertThat(database.statements().all())
                .containsExactly("UPDATE known_shelf SET name=? WHERE known_shelf.id = ? [changed, 1]");
    }

    @Test
    void anObjectThatComesBackStaleStaysStale() {
        session.expire(shelf);
        session.expunge(shelf);
        session.add(shelf);
        session.get(Shelf.class, 1);
        assertThat(database.statements().reads()).hasSize(1);
    }

    @Test
    void aRollbackOfNothingLeavesWhatIsKnown() {
        try (Session other = database.sessions()
                .with(SessionOptions.DEFAULT.withStaleAfterCommit(false))
                .open()) {
            session.close();
            other.get(Shelf.class, 1);
            other.commit();
            database.statements().clear();
            other.rollback();
            other.get(Shelf.class, 1);
            assertThat(database.statements().all()).isEmpty();
        }
    }

    @Test
    void childrenThatADeleteHasReadAreThereAfterTheRollbackToTheSavepoint() {
        NestedTransaction savepoint = session.beginNested();
        session.delete(shelf);
        session.flush();
        savepoint.rollback();
        database.statements().clear();
        assertThat(shelf.jars).hasSize(1);
        assertThat(shelf.jars.get(0).shelfId).isEqualTo(1);
    }

    @Test
    void childrenThatAreLoadedAreNotReadForTheDelete() {
        assertThat(shelf.jars).hasSize(1);
        database.statements().clear();
        session.delete(shelf);
        session.flush();
        assertThat(database.statements().all())
                .containsExactly(
                        "UPDATE known_jar SET shelf_id=? WHERE known_jar.id = ? [null, 1]",
                        "DELETE FROM known_shelf WHERE known_shelf.id = ? [1]");
    }

    @Test
    void newObjectsThatReferToEachOtherAreMergedOnce() {
        Shelf given = new Shelf();
        given.jars.add(new Jar());
        Shelf merged = session.merge(given);
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM known_jar")).containsExactly("2");
        assertThat(merged.jars).hasSize(1);
    }
}
