package dev.dovetail.tests.docs;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.docs.Child_.CHILD;
import static dev.dovetail.tests.docs.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.StaleDataException;
import dev.dovetail.TransactionStateException;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.orm.NestedTransaction;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.orm.attribute.DetachedHolderException;
import org.junit.jupiter.api.Test;

/** The samples of guide/sessions.md. */
class SessionsTest extends SampleDatabase {

    @Test
    void rollback() {
        // tag::sessions-rollback[]
        try (Session session = sessions.open()) {
            User ada = new User("ada@example.org");
            session.add(ada);
            session.flush();
            assertThat(ada.id).isEqualTo(1);

            session.rollback();
            assertThat(ada.id).isNull(); // what the flush wrote is taken back
            assertThat(session.contains(ada)).isFalse(); // transient again: add it once more to keep it
        }
        // end::sessions-rollback[]
    }

    @Test
    void failedFlush() {
        sessions.transaction(session -> session.add(new User("ada@example.org")));
        // tag::sessions-failed[]
        try (Session session = sessions.open()) {
            User grace = new User("ada@example.org");
            session.add(grace);
            assertThatThrownBy(session::flush).isInstanceOf(UniqueViolationException.class);
            assertThatThrownBy(() -> session.list(select(USER)))
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("call rollback() before you go on");

            session.rollback();
            grace.email = "grace@example.org";
            session.add(grace);
            session.commit();
        }
        // end::sessions-failed[]
    }

    @Test
    void flushUnderSavepoint() {
        sessions.transaction(session -> session.add(new User("ada@example.org")));
        // tag::sessions-mend[]
        SessionFactory careful = sessions.with(SessionOptions.DEFAULT.withFlushUnderSavepoint(true));
        try (Session session = careful.open()) {
            User grace = new User("ada@example.org");
            session.add(grace);
            assertThatThrownBy(session::flush).isInstanceOf(UniqueViolationException.class);

            grace.email = "grace@example.org"; // still pending: mend it, and flush again
            session.commit();
        }
        // end::sessions-mend[]
        try (Session session = sessions.open()) {
            assertThat(session.list(select(USER))).hasSize(2);
        }
    }

    @Test
    void savepoint() {
        // tag::sessions-savepoint[]
        try (Session session = sessions.open()) {
            session.add(new User("ada@example.org"));
            try (NestedTransaction attempt = session.beginNested()) {
                session.add(new User("ada@example.org"));
                attempt.commit(); // flushes within the savepoint
            } catch (UniqueViolationException e) {
                // attempt is closed, and so rolled back; the first user is still there
            }
            session.commit();
        }
        // end::sessions-savepoint[]
        try (Session session = sessions.open()) {
            assertThat(session.list(select(USER))).hasSize(1);
        }
    }

    @Test
    void stale() {
        sessions.transaction(session -> session.add(new User("ada@example.org")));
        // tag::sessions-stale[]
        try (Session session = sessions.open()) {
            User ada = session.get(User.class, 1);
            session.commit(); // from here on, ada is stale

            sessions.transaction(other -> other.get(User.class, 1).email = "ada@example.com");
            assertThat(ada.email).isEqualTo("ada@example.org"); // a field never runs SQL
            session.get(User.class, 1); // touched by the session: refreshed
            assertThat(ada.email).isEqualTo("ada@example.com");
        }
        // end::sessions-stale[]
    }

    @Test
    void moved() {
        sessions.transaction(session -> session.add(new User("ada@example.org")));
        // tag::sessions-moved[]
        try (Session session = sessions.open()) {
            User ada = session.get(User.class, 1);
            session.commit();
            sessions.transaction(other -> other.get(User.class, 1).email = "ada@example.com");

            ada.email = "lovelace@example.org";
            assertThatThrownBy(session::commit)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("was ada@example.org")
                    .hasMessageContaining("is ada@example.com in the database now");
        }
        // end::sessions-moved[]
    }

    @Test
    void detached() {
        storeFamily();
        // tag::sessions-detached[]
        Child child;
        try (Session session = sessions.open()) {
            child = session.first(select(CHILD));
        }
        assertThat(child.name).isEqualTo("C1"); // fields stay
        assertThatThrownBy(() -> child.parent.get()).isInstanceOf(DetachedHolderException.class);
        // end::sessions-detached[]
    }

    @Test
    void explain() {
        storeFamily();
        // tag::sessions-explain[]
        try (Session session = sessions.open()) {
            Parent p2 = new Parent("P2");
            p2.children.add(new Child("C3"));
            session.add(p2);
            assertThat(session.explainFlush().lines())
                    .containsExactly(
                            "1. INSERT parent × 1",
                            "    INSERT new Parent",
                            "2. INSERT child × 1",
                            "    after 1: child(parent_id) → parent",
                            "    INSERT new Child with [[parent_id] of new Parent]");
        }
        // end::sessions-explain[]
    }
}
