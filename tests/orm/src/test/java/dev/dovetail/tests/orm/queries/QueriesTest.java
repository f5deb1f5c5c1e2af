package dev.dovetail.tests.orm.queries;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;
import static dev.dovetail.sql.Sql.count;
import static dev.dovetail.tests.orm.library.Author_.AUTHOR;
import static dev.dovetail.tests.orm.library.Book_.BOOK;
import static dev.dovetail.tests.orm.library.Node_.NODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.orm.Session;
import dev.dovetail.sql.Row2;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Node;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code select(PATH)} finds. */
class QueriesTest {

    record Summary(String name, Long books) {}

    private final TestDatabase database = TestDatabase.of(Author.class, Book.class, Passport.class, Node.class);
    private final Session session = database.open();

    @BeforeEach
    void fill() {
        database.sql(
                "INSERT INTO author VALUES (1, 'Ann'), (2, 'Bob'), (3, 'Cid')",
                "INSERT INTO book VALUES (1, 'C1', 1), (2, 'C2', 1), (3, 'D1', 2), (4, 'E', NULL)",
                "INSERT INTO passport VALUES (1, 'P1', 1)",
                "INSERT INTO tree VALUES (1, 'root', NULL), (2, 'left', 1), (3, 'right', 1), (4, 'leaf', 2)");
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private List<String> titles(List<Book> books) {
        return books.stream().map(book -> String.valueOf(book.title)).toList();
    }

    @Test
    void selectWhereOrderByLimitAndOffset() {
        assertThat(titles(session.list(select(BOOK).orderBy(BOOK.title.desc()))))
                .containsExactly("E", "D1", "C2", "C1");
        assertThat(titles(session.list(select(BOOK)
                        .where(BOOK.title.like("C%"))
                        .orderBy(BOOK.id)
                        .limit(1)
                        .offset(1))))
                .containsExactly("C2");
        assertThat(titles(session.list(select(BOOK).where(BOOK.authorId.isNull()))))
                .containsExactly("E");
    }

    @Test
    void conditionsAreJoinedByAnd() {
        assertThat(titles(session.list(select(BOOK).where(BOOK.title.like("C%"), BOOK.id.gt(1)))))
                .containsExactly("C2");
        assertThat(titles(session.list(select(BOOK).where(BOOK.title.like("C%")).where(BOOK.id.gt(1)))))
                .containsExactly("C2");
    }

    @Test
    void isComparesARelationshipWithAnObject() {
        Author ann = session.get(Author.class, 1);
        assertThat(titles(session.list(select(BOOK)
                        .where(BOOK.author.is(ann), BOOK.title.like("C%"))
                        .orderBy(BOOK.id))))
                .containsExactly("C1", "C2");
        assertThat(titles(session.list(select(BOOK).where(BOOK.author.is(null)))))
                .containsExactly("E");
    }

    @Test
    void isRefusesANewObjectAndTheSideWithoutTheKey() {
        assertThatThrownBy(() -> BOOK.author.is(new Author("new")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("key is not known");
        assertThatThrownBy(() -> AUTHOR.passport.is(session.get(Passport.class, 1)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("the foreign key is in");
    }

    @Test
    void joinAlongARelationship() {
        List<Author> found = session.list(select(AUTHOR).join(AUTHOR.books).where(BOOK.title.eq("D1")));
        assertThat(found).extracting(author -> author.name).containsExactly("Bob");
        assertThat(titles(session.list(select(BOOK)
                        .join(BOOK.author)
                        .where(AUTHOR.name.eq("Ann"))
                        .orderBy(BOOK.id))))
                .containsExactly("C1", "C2");
    }

    @Test
    void leftJoinKeepsObjectsWithoutPartner() {
        List<Author> found = session.list(
                select(AUTHOR).leftJoin(AUTHOR.books).where(BOOK.id.isNull()).orderBy(AUTHOR.id));
        assertThat(found).extracting(author -> author.name).containsExactly("Cid");
    }

    @Test
    void joinOfATableWithItselfNeedsAnAlias() {
        var parent = NODE.as("parent");
        List<Node> found = session.list(select(NODE)
                .join(parent, NODE.parentId.eq(parent.id))
                .where(parent.name.eq("root"))
                .orderBy(NODE.id));
        assertThat(found).extracting(node -> node.name).containsExactly("left", "right");
    }

    @Test
    void anAliasCanBeTheRoot() {
        var other = BOOK.as("other");
        assertThat(titles(session.list(select(other).where(other.title.eq("E")))))
                .containsExactly("E");
    }

    @Test
    void oneWantsExactlyOneAndFirstTakesNone() {
        assertThat(session.one(select(AUTHOR).where(AUTHOR.id.eq(1))).name).isEqualTo("Ann");
        assertThatThrownBy(() -> session.one(select(AUTHOR).where(AUTHOR.id.eq(9))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("found none");
        assertThatThrownBy(() -> session.one(select(AUTHOR))).hasMessageContaining("more than one");
        assertThat(session.first(select(AUTHOR).where(AUTHOR.id.eq(9)))).isNull();
        assertThat(session.first(select(AUTHOR).orderBy(AUTHOR.id.desc())).name).isEqualTo("Cid");
    }

    @Test
    void firstRespectsALimitAndOffsetOfTheQuery() {
        assertThat(session.first(select(AUTHOR).orderBy(AUTHOR.id).offset(1)).name)
                .isEqualTo("Bob");
    }

    @Test
    void aQueryGivesTheObjectsOfTheIdentityMap() {
        Book book = session.get(Book.class, 1);
        book.title = "mine";
        assertThat(session.list(select(BOOK).where(BOOK.id.eq(1)))).containsExactly(book);
        assertThat(book.title).isEqualTo("mine");
    }

    @Test
    void aQuerySeesWhatIsPending() {
        Book pending = new Book("F");
        pending.id = 100;
        session.add(pending);
        assertThat(titles(session.list(select(BOOK).where(BOOK.title.eq("F"))))).containsExactly("F");
    }

    @Test
    void aQueryRefreshesStaleObjects() {
        Book book = session.get(Book.class, 1);
        session.commit();
        database.sql("UPDATE book SET title = 'changed' WHERE id = 1");
        session.list(select(BOOK));
        assertThat(book.title).isEqualTo("changed");
    }

    @Test
    void selectInLoadFillsCollectionsWithOneStatement() {
        database.statements().clear();
        List<Author> authors = session.list(select(AUTHOR)
                .options(selectInLoad(AUTHOR.books), selectInLoad(AUTHOR.passport))
                .orderBy(AUTHOR.id));
        assertThat(database.statements().reads()).hasSize(3);
        assertThat(authors).allMatch(author -> author.books.isLoaded() && author.passport.isLoaded());
        assertThat(titles(authors.get(0).books)).containsExactly("C1", "C2");
        assertThat(authors.get(2).books).isEmpty();
        assertThat(authors.get(0).passport.get().number).isEqualTo("P1");
        assertThat(authors.get(1).passport.get()).isNull();
        assertThat(database.statements().reads()).isEmpty();
    }

    @Test
    void selectInLoadOfAReferenceLoadsEachParentOnce() {
        database.statements().clear();
        List<Book> books =
                session.list(select(BOOK).options(selectInLoad(BOOK.author)).orderBy(BOOK.id));
        assertThat(database.statements().reads()).hasSize(2);
        assertThat(books.get(0).author.get()).isSameAs(books.get(1).author.get());
        assertThat(books.get(3).author.get()).isNull();
        assertThat(database.statements().reads()).isEmpty();
    }

    @Test
    void selectInLoadKeepsWhatWasChangedBefore() {
        Author ann = session.get(Author.class, 1);
        Book added = new Book("new");
        added.id = 100;
        ann.books.add(added);
        session.list(select(AUTHOR).options(selectInLoad(AUTHOR.books)));
        assertThat(ann.books).contains(added).hasSize(3);
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM book WHERE author_id = 1"))
                .containsExactly("3");
    }

    @Test
    void loadedObjectsOutliveTheSession() {
        List<Author> authors =
                session.list(select(AUTHOR).options(selectInLoad(AUTHOR.books)).orderBy(AUTHOR.id));
        session.close();
        assertThat(titles(authors.get(0).books)).containsExactly("C1", "C2");
    }

    @Test
    void moreKeysThanOneStatementTakes() {
        StringBuilder sql = new StringBuilder("INSERT INTO author VALUES ");
        StringBuilder books = new StringBuilder("INSERT INTO book VALUES ");
        for (int i = 10; i < 260; i++) {
            sql.append(i == 10 ? "" : ", ").append("(").append(i).append(", 'x')");
            books.append(i == 10 ? "" : ", ")
                    .append("(")
                    .append(i)
                    .append(", 'b', ")
                    .append(i)
                    .append(")");
        }
        database.sql(sql.toString(), books.toString());
        List<Author> authors =
                session.list(select(AUTHOR).where(AUTHOR.id.ge(10)).options(selectInLoad(AUTHOR.books)));
        assertThat(authors).hasSize(250).allMatch(author -> author.books.isLoaded() && author.books.size() == 1);
    }

    @Test
    void theSampleOfADesignReport() {
        var statement = Sql.select(AUTHOR.name, count(BOOK.id))
                .from(AUTHOR)
                .leftJoin(AUTHOR.books)
                .groupBy(AUTHOR.name)
                .having(count(BOOK.id).gt(1))
                .orderBy(AUTHOR.name);
        try (Connection connection = database.engine().connect()) {
            List<Row2<String, Long>> rows = connection.list(statement);
            assertThat(rows).hasSize(1);
            assertThat(connection.list(statement, Summary::new)).containsExactly(new Summary("Ann", 2L));
        }
    }

    @Test
    void transactionResultGivesAValue() {
        Integer id = database.sessions().transactionResult(work -> {
            Author author = new Author("D");
            author.id = 4;
            work.add(author);
            work.flush();
            return author.id;
        });
        assertThat(id).isEqualTo(4);
        assertThat(database.rows("SELECT count(*) FROM author")).containsExactly("4");
    }
}
