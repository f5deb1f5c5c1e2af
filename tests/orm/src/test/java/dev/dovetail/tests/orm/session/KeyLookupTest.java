package dev.dovetail.tests.orm.session;

import static dev.dovetail.orm.query.Queries.joinedLoad;
import static dev.dovetail.orm.query.Queries.raiseLoad;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;
import static dev.dovetail.tests.orm.library.Author_.AUTHOR;
import static dev.dovetail.tests.orm.library.Book_.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.IsolationLevel;
import dev.dovetail.StaleDataException;
import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.engine.TransactionOptions;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.sql.RowLock;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One object by its key, as a query says; and what a lock does to objects that are in memory. */
class KeyLookupTest {

    private static final String ONE_AUTHOR = "SELECT author.id, author.name FROM author WHERE author.id = ?";

    private final TestDatabase database = TestDatabase.shared(Author.class, Book.class, Passport.class);
    private Session session = database.open();

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
    void optionsSayWhatIsLoadedWithIt() {
        Author author = Objects.requireNonNull(session.get(select(AUTHOR).options(selectInLoad(AUTHOR.books)), 1));
        assertThat(author.books.isLoaded()).isTrue();
        assertThat(database.statements().reads())
                .containsExactly(
                        ONE_AUTHOR + " [1]",
                        "SELECT book.id, book.title, book.author_id FROM book WHERE book.author_id = ? ORDER BY book.id"
                                + " [1]");
        Book book = Objects.requireNonNull(
                session.get(select(BOOK).options(joinedLoad(BOOK.author).then(raiseLoad(AUTHOR.passport))), 1));
        assertThat(book.author.get()).isSameAs(author);
    }

    @Test
    void raiseCountsForWhatIsLoadedLater() {
        Author author = Objects.requireNonNull(session.get(select(AUTHOR).options(raiseLoad(AUTHOR.books)), 1));
        assertThatThrownBy(() -> author.books.size()).isInstanceOf(UsageException.class);
    }

    @Test
    void memoryAnswersWhereNothingElseIsAsked() {
        Author author = session.getOne(Author.class, 1);
        database.statements().clear();
        assertThat(session.get(select(AUTHOR).options(selectInLoad(AUTHOR.books)), 1))
                .isSameAs(author);
        assertThat(author.books.isLoaded()).isFalse();
        assertThat(database.statements().all()).isEmpty();
        assertThat(session.get(select(AUTHOR).where(AUTHOR.name.eq("other")), 1))
                .isNull();
        assertThat(session.get(select(AUTHOR), 9)).isNull();
        assertThat(session.get(select(AUTHOR.as("a")).where(AUTHOR.as("a").name.eq("A")), 1))
                .isSameAs(author);
    }

    @Test
    void populateExistingReadsOverWhatMemoryHas() {
        try (Session own = database.sessions()
                .with(SessionOptions.DEFAULT.withAutoflush(false))
                .open()) {
            Author author = own.getOne(Author.class, 1);
            author.name = "mine";
            assertThat(own.get(
                            select(AUTHOR).options(selectInLoad(AUTHOR.books)).populateExisting(), 1))
                    .isSameAs(author);
            assertThat(author.name).isEqualTo("A");
            assertThat(author.books.isLoaded()).isTrue();
        }
    }

    @Test
    void readOnlyGivesAnotherObject() {
        Author author = session.getOne(Author.class, 1);
        Author copy = Objects.requireNonNull(session.get(select(AUTHOR).readOnly(), 1));
        assertThat(copy).isNotSameAs(author);
        assertThat(session.contains(copy)).isFalse();
    }

    @Test
    void aKeyOfTheWrongTypeIsRefused() {
        assertThatThrownBy(() -> session.get(select(AUTHOR), "1")).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> session.get(select(AUTHOR), 1, 2)).isInstanceOf(UsageException.class);
    }

    @Test
    void aLockBringsObjectsUpToDate() {
        TestDatabase.require(Capability.FOR_UPDATE);
        Author read = session.getOne(Author.class, 1);
        Author other = session.getOne(Author.class, 2);
        database.sql("UPDATE author SET name = 'theirs' WHERE id = 1");
        assertThat(session.list(select(AUTHOR).where(AUTHOR.id.eq(1)).lock(RowLock.forUpdate())))
                .containsExactly(read);
        assertThat(read.name).isEqualTo("theirs");
        assertThat(database.statements().reads()).hasSize(1);
        assertThat(session.get(select(AUTHOR).lock(RowLock.forUpdate()), 2)).isSameAs(other);
        assertThat(other.name).isEqualTo("B");
        assertThat(database.statements().reads()).containsExactly(ONE_AUTHOR + " FOR UPDATE [2]");
        read.name = "mine";
        session.commit();
        assertThat(database.rows("SELECT name FROM author ORDER BY id")).containsExactly("mine", "B");
    }

    @Test
    void aLockLeavesWhatWasChangedAndTheFlushRefusesWhatHasMoved() {
        TestDatabase.require(Capability.FOR_UPDATE);
        try (Session own = database.sessions()
                .with(SessionOptions.DEFAULT.withAutoflush(false))
                .open()) {
            Author author = own.getOne(Author.class, 1);
            author.name = "mine";
            own.list(select(AUTHOR).lock(RowLock.forUpdate()));
            assertThat(author.name).isEqualTo("mine");
            own.flush();
            own.rollback();
            assertThat(own.getOne(Author.class, 1)).isSameAs(author);
            database.sql("UPDATE author SET name = 'theirs' WHERE id = 1");
            author.name = "mine";
            own.get(select(AUTHOR).lock(RowLock.forUpdate()), 1);
            assertThatThrownBy(own::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("theirs");
        }
    }

    @Test
    void aStreamOfLockedRowsBringsObjectsUpToDate() {
        TestDatabase.require(Capability.FOR_UPDATE);
        Author read = session.getOne(Author.class, 1);
        database.sql("UPDATE author SET name = 'theirs' WHERE id = 1");
        try (Stream<Author> locked =
                session.stream(select(AUTHOR).where(AUTHOR.id.eq(1)).managed().lock(RowLock.forUpdate()))) {
            assertThat(locked.toList()).containsExactly(read);
        }
        assertThat(read.name).isEqualTo("theirs");
    }

    @Test
    void aLockFillsLoadedHoldersAnew() {
        TestDatabase.require(Capability.FOR_UPDATE);
        session.close();
        session = database.sessions().open(TransactionOptions.options().isolation(IsolationLevel.READ_COMMITTED));
        Author author = session.getOne(Author.class, 1);
        assertThat(author.books).hasSize(1);
        database.sql("INSERT INTO book (title, author_id) VALUES ('c', 1)");
        database.statements().clear();
        session.list(select(AUTHOR).lock(RowLock.forUpdate()).options(selectInLoad(AUTHOR.books)));
        assertThat(author.books).hasSize(2);
        assertThat(database.statements().reads()).hasSize(2);
    }
}
