package dev.dovetail.tests.orm.oracle;

import static dev.dovetail.orm.query.Queries.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.NotNullViolationException;
import dev.dovetail.TransactionStateException;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.oracle.Schemas.AnyChild;
import dev.dovetail.tests.orm.oracle.Schemas.AnyParent;
import dev.dovetail.tests.orm.oracle.Schemas.User;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The stories i to vii of the recorded behaviour of SQLAlchemy 2.0: per step the same rows written and the same commands
 * of the transaction, the same error, and the same rows at the end. A step is written as its lines, {@code child id 1}
 * for the WHERE of an UPDATE or DELETE.
 */
class RecordedStoriesTest {

    private static final List<String> SETUP = List.of(
            "BEGIN",
            "INSERT parent (name) p",
            "INSERT child (name, parent_id) c1, 1",
            "INSERT child (name, parent_id) c2, 1",
            "COMMIT");
    private static final List<String> KEPT_PARENT = List.of("1|p");
    private static final List<String> KEPT_CHILDREN = List.of("1|c1|1", "2|c2|1");

    /** A parent with two children, added and committed; then what the story does. */
    private static final class Story<P extends AnyParent, C extends AnyChild<P>> implements AutoCloseable {
        final TestDatabase database;
        final Session session;
        final P p1;
        final C c1;
        final C c2;

        Story(Class<P> parents, Supplier<P> newParent, Class<C> children, Supplier<C> newChild) {
            database = TestDatabase.of(parents, children);
            session = database.open();
            p1 = newParent.get();
            p1.name("p");
            c1 = newChild.get();
            c1.name("c1");
            c2 = newChild.get();
            c2.name("c2");
            c1.parent().set(p1);
            c2.parent().set(p1);
            session.addAll(List.of(p1, c1, c2));
            assertThat(database.statements().all()).isEmpty();
            session.commit();
            assertThat(writes(database)).isEqualTo(SETUP);
        }

        void tables(List<String> parents, List<String> children) {
            session.close();
            assertThat(database.rows("SELECT id, name FROM parent ORDER BY id")).isEqualTo(parents);
            assertThat(database.rows("SELECT id, name, parent_id FROM child ORDER BY id"))
                    .isEqualTo(children);
        }

        @Override
        public void close() {
            session.close();
            database.close();
        }
    }

    /** The rows written and the transaction's commands, sorted within runs of one statement only by the record itself. */
    private static List<String> writes(TestDatabase database) {
        List<String> lines = new ArrayList<>();
        for (String line : database.statements().all()) {
            if (line.startsWith("SELECT")) {
                continue;
            }
            lines.add(line.replaceFirst("INSERT INTO (\\w+) (\\(.*?\\)) VALUES \\(.*?\\) \\[(.*)]", "INSERT $1 $2 $3")
                    .replaceFirst(
                            "UPDATE (\\w+) SET (\\w+)=\\? WHERE \\w+\\.id = \\? \\[(.*), (.*)]",
                            "UPDATE $1 $2 = $3, id $4")
                    .replaceFirst("DELETE FROM (\\w+) WHERE \\w+\\.id = \\? \\[(.*)]", "DELETE $1 id $2"));
        }
        return lines;
    }

    private static int reads(TestDatabase database) {
        return database.statements().reads().size();
    }

    @Test
    void storyI() {
        try (var story = new Story<>(
                Schemas.DefaultParent.class,
                Schemas.DefaultParent::new,
                Schemas.DefaultChild.class,
                Schemas.DefaultChild::new)) {
            story.session.delete(story.p1);
            assertThat(story.database.statements().all()).isEmpty();
            assertThat(catchThrowable(story.session::commit)).isInstanceOf(NotNullViolationException.class);
            // The rows of one statement: SQLAlchemy sends both as one executemany, which fails at its first row.
            assertThat(writes(story.database))
                    .startsWith("BEGIN", "UPDATE child parent_id = null, id 1")
                    .endsWith("ROLLBACK")
                    .isSubsetOf(
                            "BEGIN",
                            "UPDATE child parent_id = null, id 1",
                            "UPDATE child parent_id = null, id 2",
                            "ROLLBACK");
            story.session.rollback();
            assertThat(writes(story.database)).isEmpty();
            story.tables(KEPT_PARENT, KEPT_CHILDREN);
        }
    }

    @Test
    void storyIi() {
        try (var story = new Story<>(
                Schemas.OrphanParent.class,
                Schemas.OrphanParent::new,
                Schemas.OrphanChild.class,
                Schemas.OrphanChild::new)) {
            story.session.delete(story.p1);
            assertThat(reads(story.database)).isLessThanOrEqualTo(2);
            story.session.commit();
            assertThat(writes(story.database))
                    .containsExactly("DELETE child id 1", "DELETE child id 2", "DELETE parent id 1", "COMMIT");
            story.tables(List.of(), List.of());
        }
    }

    @Test
    void storyIii() {
        try (var story = new Story<>(
                Schemas.PassiveParent.class,
                Schemas.PassiveParent::new,
                Schemas.PassiveChild.class,
                Schemas.PassiveChild::new)) {
            story.session.delete(story.p1);
            assertThat(story.database.statements().all()).isEmpty();
            story.session.commit();
            assertThat(writes(story.database)).containsExactly("BEGIN", "DELETE parent id 1", "COMMIT");
            story.tables(List.of(), List.of());
        }
    }

    @Test
    void storyIiiLoaded() {
        try (var story = new Story<>(
                Schemas.PassiveParent.class,
                Schemas.PassiveParent::new,
                Schemas.PassiveChild.class,
                Schemas.PassiveChild::new)) {
            assertThat(story.p1.children).containsExactly(story.c1, story.c2);
            assertThat(reads(story.database)).isEqualTo(2);
            story.session.delete(story.p1);
            assertThat(story.database.statements().all()).isEmpty();
            assertThat(catchThrowable(story.session::commit)).isInstanceOf(NotNullViolationException.class);
            assertThat(writes(story.database))
                    .startsWith("UPDATE child parent_id = null, id 1")
                    .endsWith("ROLLBACK")
                    .isSubsetOf(
                            "UPDATE child parent_id = null, id 1", "UPDATE child parent_id = null, id 2", "ROLLBACK");
            story.session.rollback();
            story.tables(KEPT_PARENT, KEPT_CHILDREN);
        }
    }

    @Test
    void storyIiiAdoLoaded() {
        try (var story = new Story<>(
                Schemas.PassiveOrphanParent.class,
                Schemas.PassiveOrphanParent::new,
                Schemas.PassiveOrphanChild.class,
                Schemas.PassiveOrphanChild::new)) {
            assertThat(story.p1.children).hasSize(2);
            story.session.delete(story.p1);
            story.database.statements().clear();
            story.session.commit();
            assertThat(writes(story.database))
                    .containsExactly("DELETE child id 1", "DELETE child id 2", "DELETE parent id 1", "COMMIT");
            story.tables(List.of(), List.of());
        }
    }

    @Test
    void storyIv() {
        try (var story = new Story<>(
                Schemas.OneSidedParent.class,
                Schemas.OneSidedParent::new,
                Schemas.OneSidedChild.class,
                Schemas.OneSidedChild::new)) {
            story.session.delete(story.p1);
            assertThat(catchThrowable(story.session::commit)).isInstanceOf(ForeignKeyViolationException.class);
            assertThat(writes(story.database)).containsExactly("BEGIN", "DELETE parent id 1", "ROLLBACK");
            story.session.rollback();
            story.tables(KEPT_PARENT, KEPT_CHILDREN);
        }
    }

    @Test
    void storyV() {
        try (var story = new Story<>(
                Schemas.NullableParent.class,
                Schemas.NullableParent::new,
                Schemas.NullableChild.class,
                Schemas.NullableChild::new)) {
            story.session.delete(story.p1);
            assertThat(story.database.statements().all()).isEmpty();
            story.session.commit();
            assertThat(writes(story.database))
                    .containsExactly(
                            "BEGIN",
                            "UPDATE child parent_id = null, id 1",
                            "UPDATE child parent_id = null, id 2",
                            "DELETE parent id 1",
                            "COMMIT");
            assertThat(story.c1.parent.get()).isNull();
            assertThat(story.c1.parentId).isNull();
            assertThat(reads(story.database)).isEqualTo(1);
            story.tables(List.of(), List.of("1|c1|null", "2|c2|null"));
        }
    }

    @Test
    void storyVi() {
        try (TestDatabase database =
                        TestDatabase.of(Schemas.OneSidedRequiredParent.class, Schemas.OneSidedRequiredChild.class);
                Session session = database.open()) {
            Schemas.OneSidedRequiredChild c1 = new Schemas.OneSidedRequiredChild();
            c1.name = "c";
            c1.parentId = 999;
            session.add(c1);
            assertThat(catchThrowable(session::commit)).isInstanceOf(ForeignKeyViolationException.class);
            assertThat(writes(database)).containsExactly("BEGIN", "INSERT child (name, parent_id) c, 999", "ROLLBACK");
            session.rollback();
            assertThat(session.contains(c1)).isFalse();
            assertThat(c1.parentId).isEqualTo(999);
            Schemas.OneSidedRequiredParent p1 = new Schemas.OneSidedRequiredParent();
            p1.name = "p";
            c1.parent.set(p1);
            session.add(c1);
            session.commit();
            assertThat(writes(database))
                    .containsExactly(
                            "BEGIN", "INSERT parent (name) p", "INSERT child (name, parent_id) c, " + p1.id, "COMMIT");
            session.rollback();
            assertThat(database.rows("SELECT id, name, parent_id FROM child")).containsExactly(c1.id + "|c|" + p1.id);
        }
    }

    @Test
    void storyVii() {
        try (TestDatabase database = TestDatabase.of(User.class);
                Session session = database.open()) {
            User u1 = new User("a@x", "a");
            session.add(u1);
            session.commit();
            assertThat(writes(database)).containsExactly("BEGIN", "INSERT users (email, name) a@x, a", "COMMIT");
            User u2 = new User("a@x", "b");
            session.add(u2);
            assertThat(catchThrowable(session::commit)).isInstanceOf(UniqueViolationException.class);
            assertThat(writes(database)).containsExactly("BEGIN", "INSERT users (email, name) a@x, b", "ROLLBACK");
            // A field never runs SQL, so that reading u1.name is no error here; what needs the session is.
            assertThat(u1.name).isEqualTo("a");
            assertThat(catchThrowable(() -> session.refresh(u1))).isInstanceOf(TransactionStateException.class);
            session.rollback();
            u2.email = "b@x";
            session.add(u2);
            session.commit();
            assertThat(writes(database)).containsExactly("BEGIN", "INSERT users (email, name) b@x, b", "COMMIT");
            assertThat(session.list(select(Schemas_User_.USER).orderBy(Schemas_User_.USER.id)))
                    .containsExactly(u1, u2);
            assertThat(reads(database)).isEqualTo(1);
            session.rollback();
            assertThat(database.rows("SELECT id, email, name FROM users ORDER BY id"))
                    .containsExactly(u1.id + "|a@x|a", u2.id + "|b@x|b");
        }
    }
}
