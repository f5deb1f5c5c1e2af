package dev.dovetail.tests.orm.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.CheckViolationException;
import dev.dovetail.DatabaseException;
import dev.dovetail.DovetailException;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.NotNullViolationException;
import dev.dovetail.StaleDataException;
import dev.dovetail.TransactionState;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.compile.Capability;
import dev.dovetail.orm.FlushSavepoint;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.orm.TransactionStatus;
import dev.dovetail.tests.orm.rollback.Shelves.Note;
import dev.dovetail.tests.orm.rollback.Shelves.Shelf;
import dev.dovetail.tests.orm.rollback.Shelves.Volume;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A flush that failed has left no trace: the object is mended, and flushed again. */
class MendAndFlushAgainTest {

    private static final SessionOptions OPTIONS =
            SessionOptions.DEFAULT.withStaleAfterCommit(false).withFlushUnderSavepoint(FlushSavepoint.ALWAYS);

    private final TestDatabase database = TestDatabase.with(OPTIONS, Shelf.class, Volume.class, Note.class);
    private final Session session = database.open();
    private final Shelf low = new Shelf("low");
    private final Shelf high = new Shelf("high");
    private final Volume first = new Volume("first");
    private final Volume second = new Volume("second");
    private final Volume doomed = new Volume("doomed");
    private final Note note = new Note();
    private final Volume added = new Volume("added");
    private final Volume late = new Volume("late");
    private final List<Object> all = List.of(low, high, first, second, doomed, note, added, late);

    /** How to break a rule, and how to mend it. */
    private enum Mistake {
        UNIQUE(UniqueViolationException.class) {
            @Override
            void make(MendAndFlushAgainTest test) {
                test.late.title = "first";
            }

            @Override
            void mend(MendAndFlushAgainTest test) {
                test.late.title = "late";
            }
        },
        NOT_NULL(NotNullViolationException.class) {
            @Override
            void make(MendAndFlushAgainTest test) {
                test.late.title = null;
            }

            @Override
            void mend(MendAndFlushAgainTest test) {
                test.late.title = "late";
            }
        },
        MISSING_PARENT(ForeignKeyViolationException.class) {
            @Override
            void make(MendAndFlushAgainTest test) {
                test.late.shelfId = 99;
            }

            @Override
            void mend(MendAndFlushAgainTest test) {
                test.late.shelfId = null;
            }
        },
        STILL_REFERENCED(ForeignKeyViolationException.class) {
            @Override
            void make(MendAndFlushAgainTest test) {
                test.session.delete(test.high);
            }

            @Override
            void mend(MendAndFlushAgainTest test) {
                test.session.delete(test.note);
                test.high.volumes.clear();
            }
        },
        CHECK(CheckViolationException.class) {
            @Override
            void make(MendAndFlushAgainTest test) {
                test.high.places = 0;
            }

            @Override
            void mend(MendAndFlushAgainTest test) {
                test.high.places = 2;
            }
        },
        TOO_LONG(DovetailException.class) {
            @Override
            void make(MendAndFlushAgainTest test) {
                test.high.label = "higher than all others";
            }

            @Override
            void mend(MendAndFlushAgainTest test) {
                test.high.label = "highest";
            }
        },
        STALE(StaleDataException.class) {
            @Override
            void make(MendAndFlushAgainTest test) {
                test.high.label = "mine";
                test.session
                        .connection()
                        .execute(dev.dovetail.sql.Sql.sql("UPDATE mend_shelf SET version = 7 WHERE label = 'high'"));
            }

            @Override
            void mend(MendAndFlushAgainTest test) {
                test.session.refresh(test.high);
            }
        };

        final Class<? extends RuntimeException> error;

        Mistake(Class<? extends RuntimeException> error) {
            this.error = error;
        }

        abstract void make(MendAndFlushAgainTest test);

        abstract void mend(MendAndFlushAgainTest test);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(Mistake.values())
                .flatMap(mistake -> Stream.of(Arguments.of(mistake, true), Arguments.of(mistake, false)));
    }

    @AfterEach
    void close() {
        session.close();
        assertThat(database.engine().statistics().connectionsInUse()).isZero();
        database.close();
    }

    /** @param begins whether the flush that fails begins the transaction */
    private void store(boolean begins) {
        low.volumes.add(first);
        low.volumes.add(second);
        high.volumes.add(doomed);
        session.addAll(List.of(low, high));
        session.flush();
        note.shelfId = high.id;
        session.add(note);
        session.commit();
        if (!begins) {
            low.label = "lower";
            session.flush();
        }
        database.statements().clear();
    }

    private void change() {
        low.places = 5;
        high.volumes.add(first);
        second.title = "renamed";
        session.delete(doomed);
        low.volumes.add(added);
        session.add(late);
    }

    private List<String> memory() {
        List<String> memory = new ArrayList<>();
        for (Shelf shelf : List.of(low, high)) {
            memory.add(shelf.id + shelf.label + shelf.places + "v" + shelf.version + titles(shelf));
        }
        for (Volume volume : List.of(first, second, doomed, added, late)) {
            memory.add(volume.id + volume.title + volume.shelfId + (volume.shelf.get() == null ? "" : "on"));
        }
        all.forEach(object -> memory.add(session.inspect(object).toString()));
        memory.add(session.explainFlush());
        return memory;
    }

    private static List<String> titles(Shelf shelf) {
        return shelf.volumes.stream()
                .map(volume -> String.valueOf(volume.title))
                .toList();
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>(
                database.rows(session.connection(), "SELECT label, places FROM mend_shelf ORDER BY id"));
        rows.addAll(database.rows(session.connection(), "SELECT title, shelf_id FROM mend_volume ORDER BY title"));
        return rows;
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mendAndFlushAgain(Mistake mistake, boolean begins) {
        boolean beginning = begins && mistake != Mistake.STALE;
        store(begins);
        change();
        mistake.make(this);
        List<String> before = memory();
        List<String> rowsBefore = beginning ? List.of() : rows();
        database.statements().clear();

        Throwable thrown = catchThrowable(session::flush);
        assertThat(thrown).isInstanceOf(mistake.error);
        if (thrown instanceof DatabaseException error) {
            assertThat(error.transactionState()).isEqualTo(TransactionState.ACTIVE);
        }

        List<String> sent = database.statements().all();
        assertThat(sent).contains(beginning ? "ROLLBACK" : "ROLLBACK TO").doesNotContain("RELEASE", "COMMIT");
        assertThat(sent.contains("SAVEPOINT")).isEqualTo(!beginning);
        assertThat(session.transactionStatus()).isEqualTo(TransactionStatus.OPEN);
        assertThat(memory()).isEqualTo(before);
        assertThat(beginning ? List.of() : rows()).isEqualTo(rowsBefore);
        assertThatThrownBy(session::flush).as("again").isInstanceOf(mistake.error);
        assertThat(memory()).isEqualTo(before);

        mistake.mend(this);
        session.commit();
        assertThat(database.rows("SELECT places FROM mend_shelf ORDER BY id").get(0))
                .isEqualTo("5");
        assertThat(database.rows("SELECT title FROM mend_volume ORDER BY title"))
                .containsExactly("added", "first", "late", "renamed");
        database.statements().clear();
        session.flush();
        assertThat(database.statements().all()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void orIsRolledBack(Mistake mistake, boolean begins) {
        store(begins);
        change();
        mistake.make(this);
        assertThatThrownBy(session::flush).isInstanceOf(mistake.error);
        session.rollback();
        assertThat(low.label + low.places + high.label + high.places).isEqualTo("low1high1");
        assertThat(titles(low)).containsExactly("first", "second");
        assertThat(titles(high)).containsExactly("doomed");
        assertThat(List.of(added, late)).noneMatch(session::contains);
        assertThat(added.id).isNull();
        database.statements().clear();
        session.flush();
        assertThat(database.statements().all()).isEmpty();
        assertThat(database.rows(session.connection(), "SELECT title FROM mend_volume ORDER BY title"))
                .containsExactly("doomed", "first", "second");
    }

    /** What the default does depends on what an error leaves of a transaction. */
    @Test
    void withoutBeingAskedWhereAnErrorEndsTheTransaction() {
        store(false);
        boolean mends = !TestDatabase.dialect().has(Capability.GOES_ON_AFTER_ERROR);
        session.close();
        try (Session usual = database.sessions().with(SessionOptions.DEFAULT).open()) {
            Volume twin = new Volume("second");
            usual.get(Shelf.class, low.id);
            usual.add(twin);
            assertThatThrownBy(usual::flush).isInstanceOf(DatabaseException.class);
            assertThat(usual.transactionStatus()).isEqualTo(mends ? TransactionStatus.OPEN : TransactionStatus.FAILED);
            if (!mends) {
                usual.rollback();
                usual.add(twin);
            }
            twin.title = "twin";
            usual.commit();
        }
        assertThat(database.rows("SELECT count(*) FROM mend_volume WHERE title = 'twin'"))
                .containsExactly("1");
    }
}
