package dev.dovetail.tests.orm.session;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;
import static dev.dovetail.tests.orm.library.Author_.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.StaleDataException;
import dev.dovetail.UsageException;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.orm.attribute.DetachedHolderException;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Node;
import dev.dovetail.tests.orm.library.Note;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Merge: transient, pending, detached; graphs along the cascade; without loading. */
class MergeTest {

    private static final String SELECT_AUTHOR = "SELECT author.id, author.name FROM author WHERE author.id = ? [1]";
    private static final String SELECT_BOOKS =
            "SELECT book.id, book.title, book.author_id FROM book WHERE book.author_id = ? ORDER BY book.id [1]";

    private final TestDatabase database =
            TestDatabase.of(Author.class, Book.class, Passport.class, Node.class, Note.class);
    private final Session session = database.open();

    @BeforeEach
    void store() {
        database.sql(
                "INSERT INTO author (name) VALUES ('A')",
                "INSERT INTO book (title, author_id) VALUES ('b', 1)",
                "INSERT INTO book (title, author_id) VALUES ('c', 1)",
                "INSERT INTO passport (number, author_id) VALUES ('p', 1)",
                "INSERT INTO tree (id, name, parent_id) VALUES (1, 'root', NULL), (2, 'left', 1), (3, 'leaf', 2)");
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private static Author author(@Nullable Integer id, String name) {
        Author author = new Author(name);
        author.id = id;
        return author;
    }

    private static Book book(@Nullable Integer id, String title) {
        Book book = new Book(title);
        book.id = id;
        return book;
    }

    @Test
    void aNewObjectWithTheKeyOfARowChangesIt() {
        Author given = author(1, "B");
        Author merged = session.merge(given);
        assertThat(merged).isNotSameAs(given);
        assertThat(session.contains(given)).isFalse();
        assertThat(session.contains(merged)).isTrue();
        session.flush();
        assertThat(database.statements().all())
                .containsExactly("BEGIN", SELECT_AUTHOR, "UPDATE author SET name=? WHERE author.id = ? [B, 1]");
    }

    @Test
    void holdersThatWereNotTouchedStayAsTheyAre() {
        session.merge(author(1, "B"));
        session.commit();
        assertThat(database.rows("SELECT author_id FROM book")).containsExactly("1", "1");
    }

    @Test
    void anEmptyCollectionThatWasGivenIsAReplacement() {
        Author given = author(1, "A");
        given.books.setAll(List.of());
        session.merge(given);
        session.flush();
        assertThat(database.statements().all())
                .containsExactly(
                        "BEGIN",
                        SELECT_AUTHOR,
                        SELECT_BOOKS,
                        "UPDATE book SET author_id=? WHERE book.id = ? [null, 1]",
                        "UPDATE book SET author_id=? WHERE book.id = ? [null, 2]");
    }

    @Test
    void whatIsMissingFromACollectionWithDeleteOrphanIsDeleted() {
        Author given = author(1, "A");
        given.passport.set(null);
        session.merge(given);
        session.flush();
        assertThat(database.statements().writes()).containsExactly("DELETE FROM passport WHERE passport.id = ? [1]");
    }

    @Test
    void aCollectionIsReplacedAsADifference() {
        Author given = author(1, "A");
        given.books.addAll(List.of(book(2, "changed"), book(null, "new")));
        Author merged = session.merge(given);
        assertThat(merged.books).hasSize(2).allMatch(session::contains);
        assertThat(merged.books.get(0)).isSameAs(session.get(Book.class, 2));
        session.flush();
        assertThat(database.statements().all())
                .containsExactly(
                        "BEGIN",
                        SELECT_AUTHOR,
                        SELECT_BOOKS,
                        "UPDATE book SET author_id=? WHERE book.id = ? [null, 1]",
                        "UPDATE book SET title=? WHERE book.id = ? [changed, 2]",
                        "INSERT INTO book (title, author_id) VALUES (?, ?) [new, 1]");
    }

    @Test
    void nullsOfANewObjectWereNeverSet() {
        Book given = new Book("x");
        given.id = 1;
        Book merged = session.merge(given);
        assertThat(merged.authorId).isEqualTo(1);
        session.flush();
        assertThat(database.statements().writes()).containsExactly("UPDATE book SET title=? WHERE book.id = ? [x, 1]");
    }

    @Test
    void nullsOfADetachedObjectWere() {
        Book given = session.get(Book.class, 1);
        session.expunge(given);
        given.authorId = null;
        session.merge(given);
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("UPDATE book SET author_id=? WHERE book.id = ? [null, 1]");
    }

    @Test
    void whatHasNoRowBecomesPending() {
        Author merged = session.merge(author(7, "G"));
        assertThat(session.inspect(merged).lifeCycle()).isEqualTo(LifeCycle.PENDING);
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("INSERT INTO author (id, name) VALUES (?, ?) [7, G]");
    }

    @Test
    void whatHasNoKeyBecomesPendingWithoutARead() {
        Author given = author(null, "G");
        Author merged = session.merge(given);
        session.flush();
        assertThat(database.statements().all()).containsExactly("BEGIN", "INSERT INTO author (name) VALUES (?) [G]");
        assertThat(merged.id).isNotNull();
        assertThat(given.id).isNull();
    }

    @Test
    void anObjectOfTheSessionIsItself() {
        Author own = session.get(Author.class, 1);
        own.name = "B";
        database.statements().clear();
        assertThat(session.merge(own)).isSameAs(own);
        assertThat(database.statements().writes()).hasSize(1);
    }

    @Test
    void aPendingObjectIsFlushedAndThenItself() {
        Author pending = new Author("G");
        session.add(pending);
        assertThat(session.merge(pending)).isSameAs(pending);
        assertThat(database.statements().writes()).hasSize(1);
    }

    @Test
    void anObjectInMemoryNeedsNoRead() {
        Author own = session.get(Author.class, 1);
        database.statements().clear();
        assertThat(session.merge(author(1, "B"))).isSameAs(own);
        assertThat(own.name).isEqualTo("B");
        assertThat(database.statements().all()).isEmpty();
    }

    @Test
    void aStaleObjectIsReadAgain() {
        Author own = session.get(Author.class, 1);
        session.commit();
        database.sql("UPDATE author SET name = 'x'");
        assertThat(session.merge(author(1, "B"))).isSameAs(own);
        session.flush();
        assertThat(database.statements().all())
                .containsExactly("BEGIN", SELECT_AUTHOR, "UPDATE author SET name=? WHERE author.id = ? [B, 1]");
    }

    @Test
    void aStaleObjectWhoseRowIsGoneIsInsertedAgain() {
        session.get(Book.class, 1);
        session.commit();
        database.sql("DELETE FROM book WHERE id = 1");
        session.merge(book(1, "again"));
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("INSERT INTO book (id, title, author_id) VALUES (?, ?, ?) [1, again, null]");
    }

    @Test
    void ofAStaleDetachedObjectOnlyChangesAreKnown() {
        Book given = session.get(Book.class, 1);
        session.commit();
        session.expunge(given);
        database.sql("UPDATE book SET title = 'moved', author_id = NULL WHERE id = 1");
        given.title = "mine";
        session.merge(given);
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("UPDATE book SET title=? WHERE book.id = ? [mine, 1]");
    }

    @Test
    void changesOfAHolderThatIsNotLoadedAreAppliedToWhatThereIs() {
        Author given = session.get(Author.class, 1);
        session.expunge(given);
        assertThatThrownBy(given.books::size).isInstanceOf(DetachedHolderException.class);
        given.books.add(new Book("new"));
        Author merged = session.merge(given);
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("INSERT INTO book (title, author_id) VALUES (?, ?) [new, 1]");
        assertThat(merged.books).hasSize(3);
    }

    @Test
    void referencesAreMergedToo() {
        Book given = book(1, "b");
        given.author.set(author(1, "renamed"));
        Book merged = session.merge(given);
        session.flush();
        assertThat(merged.author.get()).isSameAs(session.get(Author.class, 1));
        assertThat(database.statements().writes())
                .containsExactly("UPDATE author SET name=? WHERE author.id = ? [renamed, 1]");
        assertThat(database.rows(session.connection(), "SELECT id FROM book WHERE author_id = 1"))
                .as("the book was merged by itself; the author's books are not given")
                .containsExactly("1", "2");
    }

    @Test
    void aGraphIsReadLevelByLevel() {
        try (Session first = database.open()) {
            first.list(select(AUTHOR).options(selectInLoad(AUTHOR.books)));
            first.rollback();
        }
        database.sql("INSERT INTO author (name) VALUES ('B')", "INSERT INTO book (title, author_id) VALUES ('d', 2)");
        Author one = author(1, "one");
        one.books.addAll(List.of(book(1, "b1"), book(2, "c1")));
        Author two = author(2, "two");
        two.books.add(book(3, "d1"));
        assertThat(session.mergeAll(List.of(one, two))).hasSize(2);
        assertThat(database.statements().reads())
                .containsExactly(
                        "SELECT author.id, author.name FROM author WHERE author.id IN (?, ?) [1, 2]",
                        "SELECT book.id, book.title, book.author_id FROM book WHERE book.author_id IN (?, ?)"
                                + " ORDER BY book.id [1, 2]");
        session.flush();
        assertThat(database.statements().writes()).hasSize(5);
    }

    @Test
    void aTreeIsMergedToItsLeaves() {
        Node root = node(1, "r");
        Node left = node(2, "l");
        Node leaf = node(3, "f");
        root.children.add(left);
        left.children.add(leaf);
        Node merged = session.merge(root);
        assertThat(merged.children.get(0).children.get(0).name).isEqualTo("f");
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly(
                        "UPDATE tree SET name=? WHERE tree.id = ? [r, 1]",
                        "UPDATE tree SET name=? WHERE tree.id = ? [l, 2]",
                        "UPDATE tree SET name=? WHERE tree.id = ? [f, 3]");
    }

    private static Node node(int id, String name) {
        Node node = new Node(name);
        node.id = id;
        return node;
    }

    @Test
    void twoObjectsForOneRowBecomeOne() {
        Author first = author(7, "first");
        Author second = author(7, "second");
        List<Author> merged = session.mergeAll(List.of(first, second));
        assertThat(merged.get(0)).isSameAs(merged.get(1));
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("INSERT INTO author (id, name) VALUES (?, ?) [7, second]");
    }

    @Test
    void autoflushWaitsUntilEverythingIsMerged() {
        try (Session own = database.sessions()
                .with(SessionOptions.DEFAULT.withAutoflush(false))
                .open()) {
            own.add(new Note("n"));
            own.merge(author(1, "B"));
            assertThat(database.statements().writes()).isEmpty();
        }
    }

    @Test
    void aVersionHasToBeTheRowsOwn() {
        try (TestDatabase drafts = TestDatabase.of(Draft.class);
                Session first = drafts.open()) {
            Draft draft = new Draft();
            draft.text = "a";
            first.add(draft);
            first.commit();
            Draft old = new Draft();
            old.id = draft.id;
            old.text = "mine";
            assertThat(first.merge(old)).as("no version: write over it").isSameAs(draft);
            first.commit();
            old.version = 1L;
            assertThatThrownBy(() -> first.merge(old))
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("merging new Draft: its version is 1, and the row has 2 by now");
            old.version = 2L;
            old.text = "again";
            first.merge(old);
            first.commit();
            assertThat(drafts.rows("SELECT text, version FROM draft")).containsExactly("again|3");
        }
    }

    // without loading

    @Test
    void whatIsNotLoadedIsTakenForTheRow() {
        Author cached;
        try (Session first = database.open()) {
            cached = first.first(select(AUTHOR).options(selectInLoad(AUTHOR.books)));
        }
        database.statements().clear();
        Author merged = session.mergeWithoutLoading(cached);
        assertThat(merged).isNotSameAs(cached);
        assertThat(merged.books).hasSize(2).allMatch(session::contains).noneMatch(cached.books::contains);
        assertThat(session.get(Book.class, 2)).isSameAs(merged.books.get(1));
        assertThat(session.changed()).isEmpty();
        assertThat(database.statements().all()).isEmpty();
        merged.name = "B";
        session.flush();
        assertThat(database.statements().writes()).hasSize(1);
    }

    @Test
    void whatIsStaleIsStaleWhenMergedWithoutLoading() {
        Author cached = session.get(Author.class, 1);
        session.commit();
        session.expunge(cached);
        Author merged = session.mergeWithoutLoading(cached);
        assertThat(session.inspect(merged).stale()).isTrue();
    }

    @Test
    void onlyWhatTheDatabaseHasIsMergedWithoutLoading() {
        assertThatThrownBy(() -> session.mergeWithoutLoading(author(1, "A")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("new Author has no row");
        Author changed = session.get(Author.class, 1);
        session.expunge(changed);
        changed.name = "B";
        assertThatThrownBy(() -> session.mergeWithoutLoading(changed))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Author 1 has changes that were not flushed");
    }
}
