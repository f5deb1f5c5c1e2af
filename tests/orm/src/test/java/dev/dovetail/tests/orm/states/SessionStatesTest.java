package dev.dovetail.tests.orm.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.orm.NestedTransaction;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.orm.attribute.DetachedHolderException;
import dev.dovetail.orm.attribute.ObjectDeletedException;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Node;
import dev.dovetail.tests.orm.library.Note;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Transient, pending, persistent, deleted, detached: each transition, and each that is refused. */
class SessionStatesTest {

    private final TestDatabase database =
            TestDatabase.of(Author.class, Book.class, Passport.class, Node.class, Note.class);
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private Author stored() {
        Author author = new Author("A");
        session.add(author);
        session.commit();
        database.statements().clear();
        return author;
    }

    // transient → pending → persistent

    @Test
    void addMakesATransientObjectPendingAndSendsNothing() {
        Author author = new Author("A");
        assertThat(session.contains(author)).isFalse();
        session.add(author);
        assertThat(session.contains(author)).isTrue();
        assertThat(author.id).isNull();
        assertThat(database.statements().all()).isEmpty();
    }

    @Test
    void flushMakesAPendingObjectPersistent() {
        Author author = new Author("A");
        session.add(author);
        session.flush();
        assertThat(author.id).isEqualTo(1);
        assertThat(session.get(Author.class, 1)).isSameAs(author);
        assertThat(database.statements().writes()).containsExactly("INSERT INTO author (name) VALUES (?) [A]");
    }

    @Test
    void addingTwiceInsertsOnce() {
        Author author = new Author("A");
        session.addAll(List.of(author, author));
        session.add(author);
        session.commit();
        session.add(author);
        session.commit();
        assertThat(database.statements().writes()).hasSize(1);
    }

    @Test
    void addAllKeepsTheOrder() {
        session.addAll(List.of(new Author("C"), new Author("A"), new Author("B")));
        session.commit();
        assertThat(database.rows("SELECT id, name FROM author ORDER BY id")).containsExactly("1|C", "2|A", "3|B");
    }

    @Test
    void anObjectWithAnIdThatWasNeverStoredIsInserted() {
        Author author = new Author("A");
        author.id = 42;
        session.add(author);
        session.commit();
        assertThat(database.rows("SELECT id, name FROM author")).containsExactly("42|A");
    }

    @Test
    void anObjectWithoutHoldersHasItsStateToo() {
        Note note = new Note("n");
        session.add(note);
        session.commit();
        note.text = "m";
        session.commit();
        assertThat(session.get(Note.class, 1)).isSameAs(note);
        session.delete(note);
        session.commit();
        assertThat(database.statements().writes())
                .containsExactly(
                        "INSERT INTO note (text) VALUES (?) [n]",
                        "UPDATE note SET text=? WHERE note.id = ? [m, 1]",
                        "DELETE FROM note WHERE note.id = ? [1]");
    }

    // pending → transient

    @Test
    void expungeMakesAPendingObjectTransient() {
        Author author = new Author("A");
        session.add(author);
        session.expunge(author);
        assertThat(session.contains(author)).isFalse();
        session.commit();
        assertThat(database.statements().writes()).isEmpty();
        session.add(author);
        session.commit();
        assertThat(database.statements().writes()).hasSize(1);
    }

    @Test
    void rollbackMakesAPendingObjectTransient() {
        Author author = new Author("A");
        session.add(author);
        session.rollback();
        assertThat(session.contains(author)).isFalse();
        session.add(author);
        session.commit();
        assertThat(author.id).isEqualTo(1);
    }

    @Test
    void aPendingObjectCannotBeDeletedRefreshedOrExpired() {
        Author author = new Author("A");
        session.add(author);
        assertThatThrownBy(() -> session.delete(author))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Author")
                .hasMessageContaining("no row");
        assertThatThrownBy(() -> session.refresh(author)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> session.expire(author)).isInstanceOf(UsageException.class);
        assertThat(session.contains(author)).isTrue();
    }

    // transient, refused

    @Test
    void aTransientObjectCannotBeDeletedExpungedRefreshedOrExpired() {
        Author author = new Author("A");
        author.id = 1;
        assertThatThrownBy(() -> session.delete(author))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("a new Author cannot be deleted: it has no row");
        assertThatThrownBy(() -> session.expunge(author)).hasMessageContaining("not in this session");
        assertThatThrownBy(() -> session.refresh(author)).hasMessageContaining("not in this session");
        assertThatThrownBy(() -> session.expire(author)).hasMessageContaining("not in this session");
    }

    // persistent

    @Test
    void theIdentityMapGivesOneObjectForEachRow() {
        Author author = stored();
        assertThat(session.get(Author.class, 1)).isSameAs(author);
        assertThat(session.get(Author.class, 1L)).isSameAs(author);
        assertThat(database.statements().reads()).hasSize(1);
    }

    @Test
    void getOfAnUnknownKeyGivesNull() {
        assertThat(session.get(Author.class, 99)).isNull();
    }

    @Test
    void getWithAKeyThatCannotBeOneSaysWhatItWants() {
        assertThatThrownBy(() -> session.get(Author.class, "1"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Author.id is of type Integer, and '1' is of type String")
                .hasMessageContaining("String");
        assertThatThrownBy(() -> session.get(Author.class, 1, 2)).hasMessageContaining("key of 1 columns");
        assertThatThrownBy(() -> session.get(Author.class)).hasMessageContaining("key of 1 columns");
        assertThatThrownBy(() -> session.get(Author.class, 5_000_000_000L)).isInstanceOf(UsageException.class);
    }

    @Test
    @SuppressWarnings("DataFlowIssue")
    void getWithNullAsKeySaysSo() {
        @Nullable Object nothing = null;
        assertThatThrownBy(() -> session.get(Author.class, new Object[] {nothing}))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Author")
                .hasMessageContaining("null");
    }

    @Test
    void getOfARowThatIsGoneGivesNull() {
        stored();
        database.sql("DELETE FROM author");
        assertThat(session.get(Author.class, 1)).isNull();
    }

    @Test
    void refreshOfARowThatIsGoneSaysSo() {
        Author author = stored();
        database.sql("DELETE FROM author");
        assertThatThrownBy(() -> session.refresh(author))
                .isInstanceOf(ObjectDeletedException.class)
                .hasMessageContaining("Author 1");
    }

    @Test
    void aHolderOfAnObjectWhoseRowIsGoneSaysSo() {
        Author author = stored();
        database.sql("DELETE FROM author");
        assertThatThrownBy(() -> author.books.size())
                .isInstanceOf(ObjectDeletedException.class)
                .hasMessageContaining("Author 1");
    }

    @Test
    void refreshReadsAgainAndDropsChanges() {
        Author author = stored();
        database.sql("UPDATE author SET name = 'B'");
        author.name = "mine";
        session.refresh(author);
        assertThat(author.name).isEqualTo("B");
        session.commit();
        assertThat(database.statements().writes()).isEmpty();
    }

    @Test
    void refreshDropsChangesOfHolders() {
        Author author = stored();
        Book book = new Book("b");
        book.author.set(author);
        session.add(book);
        session.commit();
        book.author.set(null);
        session.refresh(book);
        assertThat(book.author.get()).isSameAs(author);
        session.commit();
        assertThat(database.rows("SELECT author_id FROM book")).containsExactly("1");
    }

    @Test
    void expireSendsNothingAndDropsChanges() {
        Author author = stored();
        assertThat(session.get(Author.class, 1)).isSameAs(author);
        author.name = "mine";
        database.statements().clear();
        session.expire(author);
        assertThat(database.statements().all()).isEmpty();
        assertThat(author.name).isEqualTo("A");
        session.flush();
        assertThat(database.statements().writes()).isEmpty();
    }

    @Test
    void anExpiredObjectIsReadAgainByGet() {
        Author author = stored();
        session.get(Author.class, 1);
        session.expire(author);
        database.statements().clear();
        session.get(Author.class, 1);
        assertThat(database.statements().reads()).hasSize(1);
    }

    // deleted

    @Test
    void deleteSendsNothingUntilTheFlush() {
        Author author = stored();
        session.get(Author.class, 1);
        author.passport.get();
        database.statements().clear();
        session.delete(author);
        assertThat(database.statements().all()).isEmpty();
        assertThat(session.get(Author.class, 1)).isSameAs(author);
        session.flush();
        assertThat(session.contains(author)).isFalse();
        assertThat(session.get(Author.class, 1)).isNull();
    }

    @Test
    void deletingTwiceDeletesOnce() {
        Note note = new Note("n");
        session.add(note);
        session.commit();
        session.delete(note);
        session.delete(note);
        session.flush();
        session.delete(note);
        session.commit();
        assertThat(database.statements().writes())
                .filteredOn(sql -> sql.startsWith("DELETE"))
                .hasSize(1);
    }

    @Test
    void addTakesADeleteBackBeforeTheFlush() {
        Author author = stored();
        session.delete(author);
        session.add(author);
        session.commit();
        assertThat(database.statements().writes()).isEmpty();
        assertThat(session.contains(author)).isTrue();
    }

    @Test
    void anObjectDeletedInThisTransactionCannotBeAddedAgain() {
        Author author = stored();
        session.delete(author);
        session.flush();
        assertThatThrownBy(() -> session.add(author))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Author 1 was deleted in this transaction");
        session.rollback();
        assertThat(session.contains(author)).isTrue();
        session.add(author);
    }

    @Test
    void aRefusedAddBringsInNothing() {
        Author author = stored();
        session.delete(author);
        session.flush();
        Book book = new Book("b");
        book.author.set(author);
        assertThatThrownBy(() -> session.add(book)).isInstanceOf(UsageException.class);
        assertThat(session.contains(book)).isFalse();
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM book")).containsExactly("0");
    }

    @Test
    void rollbackMakesADeletedObjectPersistentAgain() {
        Author author = stored();
        session.delete(author);
        session.flush();
        session.rollback();
        assertThat(session.get(Author.class, 1)).isSameAs(author);
        author.name = "B";
        session.commit();
        assertThat(database.rows("SELECT name FROM author")).containsExactly("B");
    }

    @Test
    void commitDetachesADeletedObject() {
        Author author = stored();
        session.delete(author);
        session.commit();
        assertThat(session.contains(author)).isFalse();
        assertThat(author.name).isEqualTo("A");
        assertThatThrownBy(() -> session.expunge(author)).hasMessageContaining("not in this session");
    }

    // detached

    @Test
    void closeDetachesAndKeepsValuesAndHolders() {
        Author author = stored();
        Book book = new Book("b");
        author.books.add(book);
        assertThat(author.books).hasSize(1);
        session.commit();
        session.close();
        assertThat(author.name).isEqualTo("A");
        assertThat(author.books).containsExactly(book);
        assertThat(book.author.get()).isSameAs(author);
    }

    @Test
    void aHolderThatWasNeverLoadedNamesItselfAndTheOption() {
        stored();
        Author again;
        try (Session other = database.open()) {
            session.close();
            again = other.get(Author.class, 1);
        }
        assertThat(again).isNotNull();
        assertThatThrownBy(() -> again.books.size())
                .isInstanceOf(DetachedHolderException.class)
                .hasMessageContaining("Author.books of Author 1 was never loaded")
                .hasMessageContaining("selectInLoad");
        assertThatThrownBy(() -> again.passport.get()).isInstanceOf(DetachedHolderException.class);
        assertThat(again.books).hasToString("Many(not loaded)");
        assertThat(again.books.isLoaded()).isFalse();
    }

    @Test
    void expungeDetachesAPersistentObject() {
        Author author = stored();
        session.expunge(author);
        author.name = "B";
        session.commit();
        assertThat(database.statements().writes()).isEmpty();
        assertThat(session.get(Author.class, 1)).isNotSameAs(author);
    }

    @Test
    void addAttachesADetachedObjectWithItsChanges() {
        Author author = stored();
        session.close();
        author.name = "B";
        try (Session other = database.open()) {
            other.add(author);
            other.commit();
        }
        assertThat(database.rows("SELECT name FROM author")).containsExactly("B");
    }

    @Test
    void aDetachedObjectThatDidNotChangeIsNotWritten() {
        Author author = stored();
        session.close();
        database.statements().clear();
        try (Session other = database.open()) {
            other.add(author);
            other.commit();
        }
        assertThat(database.statements().writes()).isEmpty();
    }

    @Test
    void whatWasAddedToADetachedCollectionIsInsertedWhenItComesBack() {
        Author author = stored();
        author.books.size();
        session.close();
        author.books.add(new Book("b"));
        try (Session other = database.open()) {
            other.add(author);
            assertThat(author.books).hasSize(1);
            other.commit();
            assertThat(author.books).hasSize(1);
        }
        assertThat(database.rows("SELECT title, author_id FROM book")).containsExactly("b|1");
    }

    @Test
    void changesOfDetachedHoldersSurviveALoadWithoutAutoflush() {
        Author author = stored();
        Book book = new Book("b");
        author.books.add(book);
        session.commit();
        session.close();
        Author other = new Author("O");
        book.author.set(other);
        Book added = new Book("c");
        author.books.add(added);
        try (Session second = database.sessions()
                .with(SessionOptions.DEFAULT.withAutoflush(false))
                .open()) {
            second.add(author);
            second.add(book);
            assertThat(book.author.get()).isSameAs(other);
            assertThat(author.books).containsExactly(added);
            second.commit();
        }
        assertThat(database.rows("SELECT title, author_id FROM book ORDER BY id"))
                .containsExactly("b|2", "c|1");
    }

    @Test
    void deleteOfADetachedObjectAttachesIt() {
        Author author = stored();
        session.close();
        try (Session other = database.open()) {
            other.delete(author);
            other.commit();
        }
        assertThat(database.rows("SELECT count(*) FROM author")).containsExactly("0");
    }

    @Test
    void anotherObjectForTheSameRowIsRefused() {
        Author author = stored();
        session.expunge(author);
        Author second = session.get(Author.class, 1);
        assertThat(second).isNotNull();
        assertThatThrownBy(() -> session.add(author))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("another object for Author 1 is in this session");
    }

    // other sessions, closed sessions, unknown classes

    @Test
    void anObjectOfAnotherSessionIsRefused() {
        try (TestDatabase file = TestDatabase.shared(Author.class, Book.class, Passport.class);
                Session one = file.open();
                Session two = file.open()) {
            Author author = new Author("A");
            one.add(author);
            assertThatThrownBy(() -> two.add(author))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("in another session");
            one.commit();
            assertThatThrownBy(() -> two.delete(author)).hasMessageContaining("in another session");
            assertThatThrownBy(() -> two.refresh(author)).hasMessageContaining("not in this session");
            Book book = new Book("b");
            two.add(book);
            assertThatThrownBy(() -> book.author.set(author)).hasMessageContaining("in another session");
        }
    }

    @Test
    void aClosedSessionRefusesEverything() {
        Author author = stored();
        session.close();
        session.close();
        List<Runnable> all = List.of(
                () -> session.add(author),
                () -> session.delete(author),
                () -> session.get(Author.class, 1),
                session::flush,
                session::commit,
                session::rollback,
                session::beginNested,
                session::connection,
                session::explainFlush,
                () -> session.refresh(author),
                () -> session.contains(author));
        assertThat(all)
                .allSatisfy(call -> assertThatThrownBy(call::run)
                        .isInstanceOf(UsageException.class)
                        .hasMessageContaining("closed"));
    }

    @Test
    void aSavepointOfAClosedSessionHasEnded() {
        stored();
        NestedTransaction point = session.beginNested();
        session.close();
        point.close();
        assertThatThrownBy(point::commit).hasMessageContaining("ended");
    }

    @Test
    void aClassThatTheProcessorNeverSawIsNamedWithTheInstruction() {
        assertThatThrownBy(() -> session.add(new Object()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("java.lang.Object");
        assertThatThrownBy(() -> session.get(String.class, 1)).hasMessageContaining("java.lang.String");
        assertThatThrownBy(() -> session.add(new Unseen()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Unseen")
                .hasMessageContaining("annotationProcessorPaths");
    }

    static final class Unseen {
        @Nullable
        Integer id;
    }

    @Test
    void aClassOfAnotherFactoryIsNamed() {
        try (TestDatabase other = TestDatabase.of(Note.class);
                Session second = other.open()) {
            assertThatThrownBy(() -> second.add(new Author("A")))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("Author")
                    .hasMessageContaining("not part of this session factory");
        }
    }

    // threads

    @Test
    void useByTwoThreadsAtOnceIsDetected() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch tried = new CountDownLatch(1);
        AtomicReference<@Nullable Throwable> seen = new AtomicReference<>();
        Author author = stored();
        session.get(Author.class, 1);
        Thread intruder = new Thread(
                () -> {
                    try {
                        inside.await();
                        session.flush();
                    } catch (UsageException e) {
                        seen.set(e);
                        try {
                            author.books.size();
                        } catch (UsageException second) {
                            e.addSuppressed(second);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        tried.countDown();
                    }
                },
                "intruder");
        database.engine().addListener(new dev.dovetail.engine.StatementListener() {
            @Override
            public void onStatement(dev.dovetail.engine.StatementEvent event) {
                inside.countDown();
                try {
                    assertThat(tried.await(10, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        intruder.start();
        session.get(Author.class, 2);
        intruder.join();
        assertThat(seen.get())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("intruder")
                .hasMessageContaining(Thread.currentThread().getName());
        assertThat(seen.get().getSuppressed()).hasSize(1);
        session.get(Author.class, 3);
    }

    @Test
    void aSessionMayBeHandedToAnotherThread() throws InterruptedException {
        Author author = stored();
        Thread other = new Thread(() -> {
            author.name = "B";
            session.commit();
        });
        other.start();
        other.join();
        assertThat(database.rows("SELECT name FROM author")).containsExactly("B");
    }
}
