package dev.dovetail.tests.docs;

import static dev.dovetail.orm.query.Queries.deleteFrom;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.update;
import static dev.dovetail.tests.docs.Child_.CHILD;
import static dev.dovetail.tests.docs.Parent_.PARENT;
import static dev.dovetail.tests.docs.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.NotNullViolationException;
import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.engine.ExecutionOptions;
import dev.dovetail.engine.RetryPolicy;
import dev.dovetail.engine.TransactionOptions;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.orm.SessionScope;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.orm.inspect.ObjectState;
import dev.dovetail.sql.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of guide/sessions.md on all that a session does beside its flush. */
class SessionUseTest extends SampleDatabase {

    @Test
    void inspect() {
        storeFamily();
        // tag::sessions-inspect[]
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1);
            parent.name = "P2";
            ObjectState state = session.inspect(parent);
            assertThat(state.lifeCycle()).isEqualTo(LifeCycle.PERSISTENT);
            assertThat(state.changedColumns()).hasToString("[name: 'P1' → 'P2']");
            assertThat(state.notLoaded()).containsExactly("children");
            assertThat(session.changed()).containsExactly(parent);
        }
        // end::sessions-inspect[]
    }

    @Test
    void ask() {
        storeFamily();
        // tag::sessions-ask[]
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1); // an error if there is none
            assertThat(session.count(select(CHILD).where(CHILD.parent.is(parent))))
                    .isEqualTo(2);
            List<String> names = session.list(Sql.select(CHILD.name).from(CHILD).orderBy(CHILD.name));
            assertThat(names).containsExactly("C1", "C2");
        }
        // end::sessions-ask[]
    }

    @Test
    void autoflush() {
        storeFamily();
        // tag::sessions-autoflush[]
        try (Session session = sessions.open()) {
            Child child = new Child("C3");
            session.add(child);
            assertThatThrownBy(() -> session.list(select(PARENT)))
                    .isInstanceOf(NotNullViolationException.class)
                    .hasMessageContaining("autoflush before selecting Parent");
            session.rollback();

            session.noAutoflush(held -> {
                held.add(child);
                child.parent.set(held.first(select(PARENT)));
            });
            session.commit();
        }
        // end::sessions-autoflush[]
    }

    @Test
    void expire() {
        storeFamily();
        // tag::sessions-expire[]
        try (Session session = sessions.open()) {
            Child child = session.getOne(Child.class, 1);
            child.name = "changed";
            session.expire(child, CHILD.name); // drops the change; read again at the next touch
            assertThat(child.name).isEqualTo("C1");

            session.connection().execute(Sql.sql("UPDATE child SET name = 'C9' WHERE id = 1"));
            session.refresh(child); // now
            assertThat(child.name).isEqualTo("C9");
        }
        // end::sessions-expire[]
    }

    @Test
    void merge() {
        storeFamily();
        // tag::sessions-merge[]
        Parent given = new Parent("renamed"); // as made from a request
        given.id = 1;
        Child kept = new Child("kept");
        kept.id = 2;
        given.children.setAll(List.of(kept, new Child("new")));

        try (Session session = sessions.open()) {
            Parent merged = session.merge(given); // two SELECTs: the parent, its children
            assertThat(merged).isNotSameAs(given);
            session.commit();
        }
        List<String> names = sessions.transactionResult(
                session -> session.list(Sql.select(CHILD.name).from(CHILD).orderBy(CHILD.id)));
        assertThat(names).containsExactly("kept", "new"); // C1 was an orphan
        // end::sessions-merge[]
    }

    @Test
    void reading() {
        storeFamily();
        // tag::sessions-reading[]
        try (Session session = sessions.reading()) {
            Parent parent = session.getOne(Parent.class, 1);
            assertThat(parent.children).hasSize(2);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("writes nothing");
        }
        // end::sessions-reading[]
    }

    @Test
    void retries() {
        storeFamily();
        // tag::sessions-retries[]
        TransactionOptions options = TransactionOptions.options().timeout(Duration.ofSeconds(5));
        sessions.transaction(options, RetryPolicy.attempts(3), session -> {
            Parent parent = session.getOne(Parent.class, 1);
            parent.children.add(new Child("C3"));
        });
        // end::sessions-retries[]
        long count = sessions.transactionResult(session -> session.count(select(CHILD)));
        assertThat(count).isEqualTo(3);
    }

    @Test
    void joinsATransaction() {
        // tag::sessions-joined[]
        try (Connection connection = engine.connect()) {
            try (Session session = sessions.open(connection)) {
                session.add(new Parent("P2"));
                session.commit(); // a savepoint is released
            }
            connection.rollback(); // P2 was never there
        }
        // end::sessions-joined[]
        long count = sessions.transactionResult(session -> session.count(select(PARENT)));
        assertThat(count).isZero();
    }

    @Test
    void bulk() {
        storeFamily();
        // tag::sessions-bulk[]
        try (Session session = sessions.open()) {
            Child child = session.getOne(Child.class, 1);
            session.execute(update(CHILD).set(CHILD.name, "renamed").where(CHILD.id.le(2)));
            assertThat(child.name).isEqualTo("renamed"); // the criteria were evaluated in memory

            session.execute(deleteFrom(CHILD).where(CHILD.id.eq(1)));
            assertThat(session.inspect(child).lifeCycle()).isEqualTo(LifeCycle.DELETED);

            session.bulkInsert(List.of(new User("ada@example.org"), new User("grace@example.org")));
            session.commit();
        }
        // end::sessions-bulk[]
    }

    @Test
    void assign() {
        sessions.transaction(session -> session.add(new User("Ada@Example.org")));
        // tag::sessions-assign[]
        try (Session session = sessions.open()) {
            User user = session.getOne(User.class, 1);
            session.assign(user, USER.email, Sql.lower(USER.email)); // UPDATE users SET email = lower(users.email)
            assertThat(user.email).isEqualTo("Ada@Example.org"); // until the flush
            session.commit();
            assertThat(user.email).isEqualTo("ada@example.org");
        }
        // end::sessions-assign[]
    }

    @Test
    void execution() {
        sessions.transaction(session -> session.add(new Parent("P1")));
        // tag::sessions-execution[]
        SessionOptions quick =
                SessionOptions.DEFAULT.withExecution(ExecutionOptions.options().timeout(Duration.ofSeconds(2)));
        try (Session session = sessions.with(quick).open()) {
            Parent parent = session.getOne(Parent.class, 1); // within two seconds
            session.withOptions(ExecutionOptions.options().timeout(Duration.ofMinutes(5)), patient -> {
                parent.children.add(new Child("C3"));
                patient.flush(); // each statement within five minutes
            });
            session.commit();
        }
        // end::sessions-execution[]
        assertThat((long) sessions.transactionResult(session -> session.count(select(CHILD))))
                .isEqualTo(1);
    }

    @Test
    void upsert() {
        sessions.transaction(session -> session.add(new User("ada@example.org")));
        // tag::sessions-upsert[]
        try (Session session = sessions.open()) {
            User given = new User("ada@example.org");
            given.status = "active";
            User stored = session.upsert(given, USER.email); // inserts, or updates whoever has this address
            assertThat(stored.id).isEqualTo(1);
            assertThat(stored.status).isEqualTo("active");
            session.commit();
        }
        // end::sessions-upsert[]
    }

    @Test
    void softDelete() {
        sessions.transaction(session -> session.add(new User("ada@example.org")));
        // tag::sessions-soft-delete[]
        sessions.criteria()
                .add(USER, (session, user) -> session.info().containsKey("all") ? null : user.status.ne("deleted"));
        sessions.events().beforeDelete(User.class, (session, user) -> {
            session.add(user); // take the deletion back
            user.status = "deleted";
        });

        sessions.transaction(session -> session.delete(session.getOne(User.class, 1)));
        try (Session session = sessions.open()) {
            assertThat(session.get(User.class, 1)).isNull();
            session.info().put("all", true);
            assertThat(session.get(User.class, 1)).isNotNull();
        }
        // end::sessions-soft-delete[]
    }

    @Test
    void listeners() {
        List<String> log = new ArrayList<>();
        // tag::sessions-events[]
        sessions.events()
                .beforeInsert(User.class, (session, user) -> user.email = user.email.toLowerCase())
                .afterInsert(User.class, (session, user) -> log.add("user " + user.id))
                .afterCommit(session -> log.add("committed"));

        sessions.transaction(session -> session.add(new User("Ada@Example.org")));
        assertThat(log).containsExactly("user 1", "committed");
        // end::sessions-events[]
        String email = sessions.transactionResult(session -> session.getOne(User.class, 1).email);
        assertThat(email).isEqualTo("ada@example.org");
    }

    @Test
    void binds() {
        // tag::sessions-binds[]
        try (Engine accounts = Engine.create("jdbc:sqlite::memory:")) {
            SessionFactory both = sessions.bind(accounts, User.class);
            both.metadata(accounts).createAll(accounts);

            both.transaction(session -> {
                session.add(new Parent("P1")); // in the factory's own database
                session.add(new User("ada@example.org")); // in the other one
                session.connection(User.class).execute(Sql.sql("UPDATE users SET status = 'active'"));
            });
        }
        // end::sessions-binds[]
        long count = sessions.transactionResult(session -> session.count(select(PARENT)));
        assertThat(count).isEqualTo(1);
    }

    @Test
    void scope() {
        // tag::sessions-scope[]
        try (SessionScope scope = sessions.scope()) { // one for each request
            scope.session().add(new User("ada@example.org")); // opened by whoever asks first
            scope.session().commit(); // the same session
        } // closed, whatever happened
        // end::sessions-scope[]
        long count = sessions.transactionResult(session -> session.count(select(USER)));
        assertThat(count).isEqualTo(1);
    }
}
