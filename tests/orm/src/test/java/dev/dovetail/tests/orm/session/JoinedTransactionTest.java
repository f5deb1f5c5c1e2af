package dev.dovetail.tests.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UniqueViolationException;
import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A session within a transaction that somebody else began and will end. */
class JoinedTransactionTest {

    private static final String NAMES = "SELECT name FROM author ORDER BY name";

    private final TestDatabase database = TestDatabase.of(Author.class, Book.class, Passport.class);
    private final Connection outer = database.engine().connect();

    @AfterEach
    void close() {
        outer.close();
        database.close();
    }

    private List<String> seenWithin() {
        return database.rows(outer, NAMES);
    }

    @Test
    void whatItCommitsGoesWithTheCallersRollback() {
        try (Session session = database.sessions().open(outer)) {
            session.add(new Author("A"));
            session.commit();
            session.add(new Author("B"));
            session.commit();
        }
        assertThat(seenWithin()).containsExactly("A", "B");
        outer.rollback();
        assertThat(seenWithin()).isEmpty();
    }

    @Test
    void whatItRollsBackIsOnlyItsOwn() {
        try (Session session = database.sessions().open(outer)) {
            session.add(new Author("A"));
            session.commit();
            Author lost = new Author("B");
            session.add(lost);
            session.flush();
            session.rollback();
            assertThat(lost.id).isNull();
            session.add(new Author("C"));
            session.flush();
        }
        assertThat(seenWithin()).containsExactly("A");
        outer.commit();
        assertThat(seenWithin()).containsExactly("A");
    }

    @Test
    void aFlushThatFailsLeavesTheCallersTransactionUsable() {
        try (Session session = database.sessions().open(outer)) {
            Author first = new Author("A");
            session.add(first);
            session.commit();
            Author second = new Author("B");
            second.id = first.id;
            session.add(second);
            assertThatThrownBy(session::commit).isInstanceOf(UniqueViolationException.class);
            session.rollback();
            session.add(new Author("C"));
            session.commit();
        }
        outer.commit();
        assertThat(seenWithin()).containsExactly("A", "C");
    }

    @Test
    void savepointsNest() {
        try (Session session = database.sessions().open(outer)) {
            session.add(new Author("A"));
            try (var point = session.beginNested()) {
                session.add(new Author("B"));
                session.flush();
                point.rollback();
            }
            session.commit();
        }
        assertThat(seenWithin()).containsExactly("A");
    }

    @Test
    void theCallerDoesNotEndItBeforeTheSession() {
        try (Session session = database.sessions().open(outer)) {
            session.add(new Author("A"));
            session.flush();
            assertThatThrownBy(outer::commit).isInstanceOf(UsageException.class);
            session.commit();
        }
        outer.commit();
        assertThat(seenWithin()).containsExactly("A");
    }
}
