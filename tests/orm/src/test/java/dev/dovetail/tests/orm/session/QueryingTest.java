package dev.dovetail.tests.orm.session;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.library.Author_.AUTHOR;
import static dev.dovetail.tests.orm.library.Book_.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.NotNullViolationException;
import dev.dovetail.StaleDataException;
import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.orm.ObjectNotFoundException;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.sql.RowLock;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session can be asked; what it flushes before it answers, and how an error says so. */
class QueryingTest {

    private final TestDatabase database = TestDatabase.shared(Author.class, Book.class, Passport.class);
    private final Session session = database.open();

    @BeforeEach
    void store() {
        database.sql(
                "INSERT INTO author (name) VALUES ('A')",
                "INSERT INTO author (name) VALUES ('B')",
                "INSERT INTO book (title, author_id) VALUES ('b', 1)");
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void getOneInsists() {
        assertThat(session.getOne(Author.class, 1).name).isEqualTo("A");
        assertThatThrownBy(() -> session.getOne(Author.class, 9))
                .isInstanceOf(ObjectNotFoundException.class)
                .hasMessageContaining("there is no Author 9")
                .satisfies(e -> assertThat(((ObjectNotFoundException) e).key()).isEqualTo(List.of(9)));
    }

    @Test
    void oneOrNoneMinds() {
        assertThat(session.oneOrNone(select(AUTHOR).where(AUTHOR.name.eq("x")))).isNull();
        assertThat(session.oneOrNone(select(AUTHOR).where(AUTHOR.name.eq("A")))).isSameAs(session.get(Author.class, 1));
        assertThatThrownBy(() -> session.oneOrNone(select(AUTHOR)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("one Author or none found more than one");
    }

    @Test
    void countingLoadsNoObjects() {
        session.add(new Author("C"));
        assertThat(session.count(select(AUTHOR))).isEqualTo(3);
        assertThat(session.exists(select(AUTHOR).where(AUTHOR.name.eq("C")))).isTrue();
        assertThat(session.exists(select(AUTHOR).where(AUTHOR.name.eq("x")))).isFalse();
        assertThat(session.persistent()).hasSize(1);
    }

    @Test
    void rowsAreReadInTheSessionsTransactionAfterAFlush() {
        session.add(new Author("C"));
        assertThat(session.list(Sql.select(AUTHOR.name).from(AUTHOR).orderBy(AUTHOR.name)))
                .containsExactly("A", "B", "C");
        assertThat(session.first(Sql.select(AUTHOR.name).from(AUTHOR).orderBy(AUTHOR.name.desc())))
                .isEqualTo("C");
        assertThat(session.one(Sql.select(AUTHOR.name, AUTHOR.id).from(AUTHOR).where(AUTHOR.id.eq(1))))
                .hasToString("Row2[value1=A, value2=1]");
        assertThat(session.oneOrNone(Sql.select(AUTHOR.name).from(AUTHOR).where(AUTHOR.id.eq(9))))
                .isNull();
        assertThat(session.count(Sql.select(AUTHOR.name).from(AUTHOR))).isEqualTo(3);
        assertThat(session.exists(Sql.select(AUTHOR.name).from(AUTHOR))).isTrue();
    }

    @Test
    void statementsAreSentInTheSessionsTransaction() {
        Author author = session.getOne(Author.class, 1);
        author.name = "changed";
        database.statements().clear();
        assertThat(session.execute(Sql.update(AUTHOR.mapped().table())
                        .set(AUTHOR.name.expression().column(), "x")))
                .isEqualTo(2);
        assertThat(database.statements().writes())
                .containsExactly(
                        "UPDATE author SET name=? WHERE author.id = ? [changed, 1]", "UPDATE author SET name=? [x]");
        assertThat(author.name).isEqualTo("changed");
        session.refresh(author);
        assertThat(author.name).isEqualTo("x");
        session.rollback();
        assertThat(database.rows("SELECT name FROM author ORDER BY id")).containsExactly("A", "B");
    }

    @Test
    void anErrorSaysThatAutoflushCausedIt() {
        session.add(new Passport("p"));
        assertThatThrownBy(() -> session.list(select(AUTHOR)))
                .isInstanceOf(NotNullViolationException.class)
                .hasMessageContaining("autoflush before selecting Author; noAutoflush holds it back");
    }

    @Test
    void anErrorThatTheDatabaseDidNotMakeSaysItToo() {
        Author author = new Author("C");
        author.passport.set(new Passport("p"));
        session.add(author);
        session.flush();
        Passport passport = Objects.requireNonNull(author.passport.get());
        session.connection().execute(Sql.sql("DELETE FROM passport"));
        passport.number = "q";
        assertThatThrownBy(() -> session.get(Book.class, 1))
                .isInstanceOf(StaleDataException.class)
                .satisfies(e -> assertThat(e.getSuppressed())
                        .anySatisfy(note -> assertThat(note).hasMessageContaining("autoflush before reading Book 1")));
    }

    @Test
    void autoflushCanBeHeldBack() {
        session.noAutoflush(held -> {
            held.add(new Passport("p"));
            assertThat(held.list(select(AUTHOR))).hasSize(2);
            int nested =
                    held.noAutoflushResult(inner -> inner.list(select(BOOK)).size());
            assertThat(nested).isEqualTo(1);
            assertThat(held.list(select(AUTHOR))).hasSize(2);
        });
        assertThatThrownBy(() -> session.list(select(AUTHOR))).isInstanceOf(NotNullViolationException.class);
    }

    // locks

    @Test
    void aDatabaseWithoutRowLocksRefusesThem() {
        TestDatabase.only("no row locks", "SQLite");
        assertThatThrownBy(() -> session.get(select(AUTHOR).lock(RowLock.forUpdate()), 1))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("lock");
    }

    @Test
    void getWithALockReadsTheRowInAnyCase() {
        TestDatabase.require(Capability.FOR_UPDATE);
        Author author = session.getOne(Author.class, 1);
        database.sql("UPDATE author SET name = 'x' WHERE id = 1");
        session.commit();
        assertThat(session.get(select(AUTHOR).lock(RowLock.forUpdate()), 1)).isSameAs(author);
        assertThat(author.name).isEqualTo("x");
        assertThat(database.statements().reads())
                .containsExactly("SELECT author.id, author.name FROM author WHERE author.id = ? FOR UPDATE [1]");
        assertThat(session.get(select(AUTHOR).lock(RowLock.forUpdate()), 9)).isNull();
    }

    @Test
    void refreshWithALockKeepsOthersOut() {
        TestDatabase.require(Capability.FOR_UPDATE);
        Author author = session.getOne(Author.class, 1);
        author.name = "dropped";
        session.refresh(author, RowLock.forUpdate());
        assertThat(author.name).isEqualTo("A");
        try (Session other = database.open()) {
            assertThat(other.get(select(AUTHOR).lock(RowLock.forUpdate().skipLocked()), 1))
                    .isNull();
            assertThat(other.list(select(AUTHOR).lock(RowLock.forUpdate().skipLocked())))
                    .hasSize(1);
        }
    }

    @Test
    void noLocksAreHeldInAReadingSession() {
        try (Session reading = database.sessions().reading()) {
            assertThatThrownBy(() -> reading.get(select(AUTHOR).lock(RowLock.forUpdate()), 1))
                    .hasMessageContaining("holds no locks");
            assertThatThrownBy(() -> reading.list(select(AUTHOR).lock(RowLock.forUpdate())))
                    .hasMessageContaining("holds no locks");
        }
    }

    @Test
    void withoutAutoflushNothingIsFlushedBeforeALock() {
        TestDatabase.require(Capability.FOR_UPDATE);
        try (Session own = database.sessions()
                .with(SessionOptions.DEFAULT.withAutoflush(false))
                .open()) {
            Author author = own.getOne(Author.class, 1);
            author.name = "mine";
            database.statements().clear();
            own.get(select(AUTHOR).lock(RowLock.forUpdate()), 1);
            assertThat(author.name).isEqualTo("mine");
            assertThat(database.statements().writes()).isEmpty();
        }
    }
}
