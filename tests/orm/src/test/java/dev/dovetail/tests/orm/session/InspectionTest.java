package dev.dovetail.tests.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UniqueViolationException;
import dev.dovetail.UsageException;
import dev.dovetail.orm.NestedTransaction;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.TransactionStatus;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.orm.inspect.Loading;
import dev.dovetail.orm.inspect.ObjectState;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Note;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a session tells of its objects and of itself, without sending anything. */
class InspectionTest {

    private final TestDatabase database = TestDatabase.of(Author.class, Book.class, Passport.class, Note.class);
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private Author stored() {
        Author author = new Author("A");
        author.books.add(new Book("b"));
        session.add(author);
        session.commit();
        database.statements().clear();
        return author;
    }

    @Test
    void anObjectThatNoSessionHasSeenIsTransient() {
        ObjectState state = session.inspect(new Author("A"));
        assertThat(state.lifeCycle()).isEqualTo(LifeCycle.TRANSIENT);
        assertThat(state.key()).isEmpty();
        assertThat(state.changed()).isFalse();
        assertThat(state.notLoaded()).isEmpty();
        assertThat(session.inspect(new Note("n")).lifeCycle()).isEqualTo(LifeCycle.TRANSIENT);
    }

    @Test
    void everyLifeCycleIsTold() {
        Author author = new Author("A");
        session.add(author);
        assertThat(session.inspect(author).lifeCycle()).isEqualTo(LifeCycle.PENDING);
        session.flush();
        assertThat(session.inspect(author).lifeCycle()).isEqualTo(LifeCycle.PERSISTENT);
        assertThat(session.inspect(author).key()).isEqualTo(List.of(1));
        session.delete(author);
        assertThat(session.inspect(author).lifeCycle()).isEqualTo(LifeCycle.PERSISTENT);
        assertThat(session.inspect(author).toBeDeleted()).isTrue();
        session.flush();
        assertThat(session.inspect(author).lifeCycle()).isEqualTo(LifeCycle.DELETED);
        assertThat(session.inspect(author).rowDeleted()).isFalse();
        session.commit();
        assertThat(session.inspect(author).lifeCycle()).isEqualTo(LifeCycle.DETACHED);
        assertThat(session.inspect(author).rowDeleted()).isTrue();
    }

    @Test
    void changedColumnsHaveTheOldValueAndTheNew() {
        Author author = stored();
        author.name = "B";
        ObjectState state = session.inspect(author);
        assertThat(state.changed()).isTrue();
        assertThat(state.changedColumns()).singleElement().satisfies(column -> {
            assertThat(column.attribute()).isEqualTo("name");
            assertThat(column.last()).isEqualTo("A");
            assertThat(column.value()).isEqualTo("B");
        });
        assertThat(state.column("id"))
                .hasValueSatisfying(column -> assertThat(column.changed()).isFalse());
        assertThat(database.statements().all()).isEmpty();
    }

    @Test
    void holdersAreNotLoadedThenLoadedThenStale() {
        stored();
        session.expungeAll();
        Author author = session.get(Author.class, 1);
        assertThat(session.inspect(author).notLoaded()).containsExactly("books", "passport");
        author.books.size();
        assertThat(session.inspect(author).notLoaded()).containsExactly("passport");
        session.commit();
        ObjectState state = session.inspect(author);
        assertThat(state.stale()).isTrue();
        assertThat(state.notLoaded()).containsExactly("id", "name", "books", "passport");
        assertThat(state.holder("books")).hasValueSatisfying(books -> {
            assertThat(books.loading()).isEqualTo(Loading.STALE);
            assertThat(books.content()).hasSize(1);
        });
    }

    @Test
    void aChangedHolderTellsWhatCameAndWent() {
        Author author = stored();
        Book old = author.books.get(0);
        Book added = new Book("c");
        author.books.add(added);
        author.books.remove(old);
        assertThat(session.inspect(author).changedHolders()).singleElement().satisfies(books -> {
            assertThat(books.added()).isEqualTo(List.of(added));
            assertThat(books.removed()).isEqualTo(List.of(old));
        });
        assertThat(session.inspect(old).changedHolders()).hasSize(1);
    }

    @Test
    void theTextHasALineForEachPart() {
        Author author = stored();
        author.books.size();
        author.name = "B";
        assertThat(session.inspect(author)).asString().isEqualTo("""
                        Author [1] PERSISTENT
                            id: 1
                            name: 'A' → 'B'
                            books: LOADED, 1 objects
                            passport: NOT_LOADED, 0 objects""");
    }

    @Test
    void theSessionListsWhatTheNextFlushLooksAt() {
        Author author = stored();
        Book book = author.books.get(0);
        Note note = new Note("n");
        session.add(note);
        author.name = "B";
        session.delete(book);
        assertThat(session.added()).isEqualTo(List.of(note));
        assertThat(session.changed()).isEqualTo(List.of(author));
        assertThat(session.deleted()).isEqualTo(List.of(book));
        assertThat(session.persistent()).isEqualTo(List.of(author, book));
        session.flush();
        assertThat(session.added()).isEmpty();
        assertThat(session.changed()).isEmpty();
        assertThat(session.deleted()).isEmpty();
        assertThat(session.persistent()).isEqualTo(List.of(author, note));
    }

    @Test
    void theSessionTellsWhereItsTransactionIs() {
        assertThat(session.transactionStatus()).isEqualTo(TransactionStatus.NONE);
        session.add(note(1));
        session.flush();
        assertThat(session.transactionStatus()).isEqualTo(TransactionStatus.OPEN);
        NestedTransaction nested = session.beginNested();
        assertThat(session.transactionStatus()).isEqualTo(TransactionStatus.NESTED);
        session.add(note(1));
        assertThatThrownBy(session::flush).isInstanceOf(UniqueViolationException.class);
        assertThat(session.transactionStatus()).isEqualTo(TransactionStatus.FAILED);
        nested.rollback();
        assertThat(session.transactionStatus()).isEqualTo(TransactionStatus.OPEN);
        session.commit();
        assertThat(session.transactionStatus()).isEqualTo(TransactionStatus.NONE);
    }

    private static Note note(int id) {
        Note note = new Note("n");
        note.id = id;
        return note;
    }

    @Test
    void aClosedSessionTellsNothing() {
        Author author = stored();
        session.close();
        assertThatThrownBy(() -> session.inspect(author)).isInstanceOf(UsageException.class);
    }
}
