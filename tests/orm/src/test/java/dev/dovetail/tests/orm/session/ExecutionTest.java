package dev.dovetail.tests.orm.session;

import static dev.dovetail.engine.ExecutionOptions.options;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;
import static dev.dovetail.tests.orm.library.Author_.AUTHOR;
import static dev.dovetail.tests.orm.library.Note_.NOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.QueryTimeoutException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.ExecutionOptions;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.orm.TransactionStatus;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Author_;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Note;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Options for running statements that hold for all of a session's. */
class ExecutionTest {

    private static final ExecutionOptions SHORT = options().timeout(Duration.ofMillis(200));

    private final TestDatabase database = TestDatabase.of(Author.class, Book.class, Passport.class, Note.class);

    @BeforeEach
    void store() {
        try (Session session = database.open()) {
            for (int i = 0; i < 10; i++) {
                Author author = new Author("A" + i);
                author.books.add(new Book("B" + i));
                session.add(author);
            }
            session.commit();
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Session open(ExecutionOptions how) {
        return database.sessions()
                .with(SessionOptions.DEFAULT.withFlushUnderSavepoint(false).withExecution(how))
                .open();
    }

    /** A name for which the database has to work for minutes. */
    private static Expression<String> endless() {
        List<Author_> authors =
                IntStream.range(0, 12).mapToObj(i -> AUTHOR.as("a" + i)).toList();
        return Sql.scalar(Sql.select(Sql.max(authors.get(0).name))
                .from(authors.toArray(Author_[]::new))
                .where(authors.get(11).name.lt(authors.get(0).name)));
    }

    @Test
    void aTimeoutHoldsForQueriesAndForFlushes() {
        try (Session session = open(SHORT)) {
            assertThatThrownBy(() -> session.list(Sql.select(endless()))).isInstanceOf(QueryTimeoutException.class);
            session.rollback();
            assertThatThrownBy(() -> session.list(select(AUTHOR).where(AUTHOR.name.lt(endless()))))
                    .isInstanceOf(QueryTimeoutException.class);
            session.rollback();
            Note note = new Note("n");
            session.add(note);
            session.assign(note, NOTE.text, endless());
            assertThatThrownBy(session::flush).isInstanceOf(QueryTimeoutException.class);
            assertThat(session.transactionStatus()).isEqualTo(TransactionStatus.FAILED);
            session.rollback();
            assertThat(session.count(select(AUTHOR))).isEqualTo(10);
        }
    }

    @Test
    void theyHoldForABlock() {
        ExecutionOptions some = options().timeout(Duration.ofSeconds(30));
        try (Session session = open(some)) {
            assertThat(session.connection().options()).isEqualTo(some);
            session.withOptions(SHORT, within -> {
                assertThat(session.connection().options()).isEqualTo(SHORT);
                assertThatThrownBy(() -> within.list(Sql.select(endless()))).isInstanceOf(QueryTimeoutException.class);
                within.rollback();
                assertThat(within.connection().options()).isEqualTo(SHORT);
                within.withOptions(
                        options().fetchSize(3),
                        inner -> assertThat(inner.connection().options()).isEqualTo(SHORT.fetchSize(3)));
            });
            assertThat(session.connection().options()).isEqualTo(some);
            assertThatThrownBy(() -> session.withOptions(SHORT, within -> {
                        throw new IllegalStateException("out");
                    }))
                    .hasMessage("out");
            assertThat(session.connection().options()).isEqualTo(some);
            assertThat(session.<Long, RuntimeException>withOptionsResult(SHORT, within -> within.count(select(AUTHOR))))
                    .isEqualTo(10);
        }
    }

    @Test
    void theyHoldFromNowOn() {
        try (Session session = open(options().fetchSize(3))) {
            session.options(options().timeout(Duration.ofSeconds(9)));
            ExecutionOptions both = options().fetchSize(3).timeout(Duration.ofSeconds(9));
            assertThat(session.connection().options()).isEqualTo(both);
            session.commit();
            assertThat(session.connection().options()).isEqualTo(both);
            session.options(options().fetchSize(7));
            assertThat(session.connection().options()).isEqualTo(options().fetchSize(7));
        }
    }

    @Test
    void aFetchSizeIsInNobodysWay() {
        try (Session session = open(options().fetchSize(2))) {
            List<Author> authors =
                    session.list(select(AUTHOR).orderBy(AUTHOR.id).options(selectInLoad(AUTHOR.books)));
            assertThat(authors).hasSize(10).allMatch(author -> author.books.size() == 1);
            authors.forEach(author -> author.name += "!");
            session.commit();
            authors.forEach(author ->
                    assertThat(session.getOne(Author.class, author.id)).isSameAs(author));
            assertThat(authors).allMatch(author -> author.name.endsWith("!"));
        }
    }

    @Test
    void aConnectionOfTheCallersHasItsOwnAgainAfterwards() {
        ExecutionOptions own = options().timeout(Duration.ofSeconds(30));
        try (Connection connection = database.engine().connect()) {
            connection.options(own);
            try (Session session = database.sessions()
                    .with(SessionOptions.DEFAULT
                            .withFlushUnderSavepoint(false)
                            .withExecution(options().fetchSize(4)))
                    .open(connection)) {
                session.count(select(AUTHOR));
                assertThat(connection.options()).isEqualTo(own.fetchSize(4));
                session.commit();
                assertThat(connection.options()).isEqualTo(own);
                session.options(SHORT);
                session.count(select(AUTHOR));
                assertThat(connection.options().timeout()).isEqualTo(Duration.ofMillis(200));
            }
            assertThat(connection.options()).isEqualTo(own);
            connection.rollback();
        }
    }
}
