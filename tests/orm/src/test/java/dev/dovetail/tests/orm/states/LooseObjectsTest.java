package dev.dovetail.tests.orm.states;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.library.Note_.NOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.tests.orm.library.Note;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Objects without holders that were only read: nothing in them leads to their state, and all the same they have one. */
class LooseObjectsTest {

    private final TestDatabase database = TestDatabase.of(Note.class);

    @BeforeEach
    void store() {
        try (Session session = database.open()) {
            session.addAll(List.of(new Note("a"), new Note("b"), new Note("c")));
            session.commit();
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> rows() {
        return database.rows("SELECT id, text FROM note ORDER BY id");
    }

    @Test
    void isKnownToItsSession() {
        try (Session session = database.open()) {
            Note note = session.getOne(Note.class, 1);
            assertThat(session.contains(note)).isTrue();
            assertThat(session.inspect(note).lifeCycle()).isEqualTo(LifeCycle.PERSISTENT);
        }
    }

    @Test
    void isKnownByItselfAndNotByItsKey() {
        try (Session session = database.open()) {
            Note note = session.getOne(Note.class, 1);
            Note other = session.getOne(Note.class, 2);
            note.id = 7;
            other.id = 1;
            assertThat(session.contains(note)).isTrue();
            assertThat(session.contains(other)).isTrue();
            Note stranger = new Note("x");
            stranger.id = 3;
            session.getOne(Note.class, 3);
            assertThat(session.contains(stranger)).isFalse();
            session.commit();
        }
        assertThat(rows()).containsExactly("1|b", "3|c", "7|a");
    }

    @Test
    void isDetachedWhenItsSessionIsClosed() {
        Note note;
        try (Session session = database.open()) {
            note = session.list(select(NOTE)).get(1);
        }
        note.text = "changed";
        try (Session session = database.open()) {
            assertThat(session.inspect(note).lifeCycle()).isEqualTo(LifeCycle.DETACHED);
            session.add(note);
            session.commit();
        }
        assertThat(rows()).containsExactly("1|a", "2|changed", "3|c");
    }

    @Test
    void isDetachedThoughItsKeyWasChangedMeanwhile() {
        Note note;
        try (Session session = database.open()) {
            note = session.list(select(NOTE)).get(1);
        }
        note.id = 8;
        try (Session session = database.open()) {
            session.add(note);
            session.commit();
        }
        assertThat(rows()).containsExactly("1|a", "3|c", "8|b");
    }

    @Test
    void isExpunged() {
        try (Session session = database.open();
                Session other = database.open()) {
            Note note = session.getOne(Note.class, 1);
            session.expunge(note);
            session.rollback(); // gives the only connection of a database in memory back
            note.text = "changed";
            other.add(note);
            other.commit();
        }
        assertThat(rows()).containsExactly("1|changed", "2|b", "3|c");
    }

    @Test
    void belongsToOneSessionAtATime() {
        try (Session session = database.open();
                Session other = database.open()) {
            Note note = session.getOne(Note.class, 1);
            assertThatThrownBy(() -> other.add(note))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("is in another session");
        }
    }

    @Test
    void wasDeletedAndComesBack() {
        try (Session session = database.open()) {
            Note note = session.list(select(NOTE)).get(0);
            session.delete(note);
            session.flush();
            assertThatThrownBy(() -> session.add(note))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("was deleted in this transaction");
            session.rollback();
            assertThat(session.contains(note)).isTrue();
            note.text = "changed";
            session.commit();
        }
        assertThat(rows()).containsExactly("1|changed", "2|b", "3|c");
    }

    @Test
    void manySessionsReadAndLeaveAtOnce() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> errors = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            Thread thread = new Thread(() -> {
                for (int round = 0; round < 20; round++) {
                    Note note;
                    try (Session session = database.open()) {
                        note = session.list(select(NOTE)).get(0);
                    }
                    try (Session session = database.open()) {
                        session.add(note);
                        assertThat(session.contains(note)).isTrue();
                    }
                }
            });
            thread.setUncaughtExceptionHandler((failed, error) -> {
                synchronized (errors) {
                    errors.add(error);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(errors).isEmpty();
    }
}
