package dev.dovetail.tests.orm.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.NotNullViolationException;
import dev.dovetail.StaleDataException;
import dev.dovetail.TransactionStateException;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.orm.NestedTransaction;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.orm.TransactionStatus;
import dev.dovetail.orm.attribute.ObjectDeletedException;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Note;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.orm.unitofwork.Visits;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The two rollbacks, failed flushes, and what is stale afterwards. */
class RollbackTest {

    private final TestDatabase database = TestDatabase.of(Author.class, Book.class, Passport.class, Note.class);
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private Author author(String name, String... titles) {
        Author author = new Author(name);
        for (String title : titles) {
            author.books.add(new Book(title));
        }
        session.add(author);
        session.commit();
        database.statements().clear();
        return author;
    }

    // flushes that fail

    @Test
    void whatAFailedInsertGaveToItsObjectIsTakenBack() {
        try (TestDatabase pages = TestDatabase.of(Visits.Site.class, Visits.Page.class);
                Session other = pages.open()) {
            Visits.Site site = new Visits.Site("s");
            Visits.Page page = new Visits.Page("a");
            Visits.Page second = new Visits.Page("b");
            page.place = 1;
            second.place = 1;
            site.pages.addAll(List.of(page, second));
            other.add(site);
            assertThatThrownBy(other::flush).isInstanceOf(UniqueViolationException.class);
            other.rollback();
            for (Visits.Page taken : List.of(page, second)) {
                assertThat(taken.version).isZero();
                assertThat(taken.changed).isNull();
                assertThat(taken.siteId).isNull();
                assertThat(taken.id).isNull();
                assertThat(taken.place).isEqualTo(1);
                assertThat(taken.site.get()).isSameAs(site);
            }
            assertThat(site.id).isNull();
        }
    }

    // rollback of the transaction

    @Test
    void fieldsGoBackToTheirCommittedValuesFlushedOrNot() {
        Author author = author("A");
        author.name = "B";
        session.flush();
        author.name = "C";
        session.rollback();
        assertThat(author.name).isEqualTo("A");
        author.name = "D";
        session.rollback();
        assertThat(author.name).isEqualTo("A");
        session.commit();
        assertThat(database.rows("SELECT name FROM author")).containsExactly("A");
    }

    @Test
    void holdersGoBackOnBothSides() {
        Author a = author("A", "1", "2");
        Author b = author("B");
        Book book = a.books.get(0);
        b.books.add(book);
        a.books.get(0).author.set(null);
        session.flush();
        session.rollback();
        assertThat(a.books).hasSize(2).contains(book);
        assertThat(b.books).isEmpty();
        assertThat(book.author.get()).isSameAs(a);
        assertThat(book.authorId).isEqualTo(1);
        session.commit();
        assertThat(database.statements().writes().stream().filter(sql -> sql.startsWith("UPDATE")))
                .hasSize(2);
    }

    @Test
    void unflushedChangesOfHoldersGoBackToo() {
        Author a = author("A", "1");
        Book book = a.books.get(0);
        a.books.clear();
        a.passport.set(new Passport("p"));
        session.rollback();
        assertThat(a.books).containsExactly(book);
        assertThat(a.passport.get()).isNull();
        assertThat(book.authorId).isEqualTo(1);
    }

    @Test
    void generatedAndCopiedKeysOfNewObjectsAreTakenBack() {
        Author author = new Author("A");
        Book book = new Book("b");
        author.books.add(book);
        session.add(author);
        session.flush();
        assertThat(author.id).isNotNull();
        assertThat(book.authorId).isEqualTo(author.id);
        session.rollback();
        assertThat(author.id).isNull();
        assertThat(book.id).isNull();
        assertThat(book.authorId).isNull();
        assertThat(session.contains(author)).isFalse();
        assertThat(author.books).containsExactly(book);
        assertThat(book.author.get()).isSameAs(author);
        session.add(author);
        session.commit();
        assertThat(database.rows("SELECT author_id, title FROM book")).containsExactly(author.id + "|b");
    }

    @Test
    void aKeyThatTheApplicationGaveStays() {
        Author author = new Author("A");
        author.id = 5;
        session.add(author);
        session.flush();
        session.rollback();
        assertThat(author.id).isEqualTo(5);
    }

    @Test
    void whatTheApplicationWroteIntoANewObjectStays() {
        Author author = new Author("A");
        session.add(author);
        session.flush();
        author.name = "unflushed";
        session.rollback();
        assertThat(author.name).isEqualTo("unflushed");
        session.add(author);
        session.flush();
        author.name = "flushed";
        session.flush();
        session.rollback();
        assertThat(author.name).isEqualTo("flushed");
        assertThat(author.id).isNull();
    }

    @Test
    void aNewObjectThatWasDeletedAgainIsTransientAfterRollback() {
        Author author = new Author("A");
        session.add(author);
        session.flush();
        session.delete(author);
        session.flush();
        session.rollback();
        assertThat(author.id).isNull();
        assertThat(session.contains(author)).isFalse();
        session.add(author);
        session.commit();
        assertThat(database.rows("SELECT id, name FROM author")).containsExactly(author.id + "|A");
    }

    @Test
    void aNewObjectForAKeyThatWasDeletedInTheSameTransactionGoesAndTheOldOneIsBack() {
        Author old = author("old");
        session.delete(old);
        session.flush();
        Author successor = new Author("new");
        successor.id = 1;
        session.add(successor);
        session.flush();
        assertThat(session.get(Author.class, 1)).isSameAs(successor);
        session.rollback();
        assertThat(session.get(Author.class, 1)).isSameAs(old);
        assertThat(session.contains(successor)).isFalse();
        old.name = "changed";
        session.commit();
        assertThat(database.rows("SELECT id, name FROM author")).containsExactly("1|changed");
    }

    @Test
    void aMarkedDeleteIsForgotten() {
        Author author = author("A");
        session.delete(author);
        session.rollback();
        session.commit();
        assertThat(database.rows("SELECT name FROM author")).containsExactly("A");
    }

    @Test
    void objectsFirstReadAfterAWriteOfTheTransactionGoStale() {
        author("A");
        session.close();
        try (Session other = database.open()) {
            other.connection().execute(Sql.sql("UPDATE author SET name = 'B'"));
            Author author = other.get(Author.class, 1);
            assertThat(author.name).isEqualTo("B");
            other.rollback();
            assertThat(author.name).isEqualTo("B");
            other.get(Author.class, 1);
            assertThat(author.name).isEqualTo("A");
        }
    }

    @Test
    void transactionRollsBackOnAnyException() {
        Author author = new Author("A");
        assertThatThrownBy(() -> database.sessions().transaction(work -> {
                    work.add(author);
                    work.flush();
                    throw new java.io.IOException("checked");
                }))
                .isInstanceOf(java.io.IOException.class);
        assertThat(author.id).isNull();
        assertThat(database.rows("SELECT count(*) FROM author")).containsExactly("0");
    }

    // commit

    @Test
    void afterCommitFieldsAndHoldersAreReadableAndStale() {
        Author author = author("A", "1");
        database.sql("UPDATE author SET name = 'B'", "INSERT INTO book VALUES (2, '2', 1)");
        assertThat(author.name).isEqualTo("A");
        assertThat(database.statements().all()).isEmpty();
        assertThat(author.books).hasSize(2);
        assertThat(author.name).isEqualTo("B");
    }

    @Test
    void aQueryRefreshesAStaleObjectButNotWhatTheApplicationChanged() {
        Author author = author("A");
        Book book = new Book("x");
        session.add(book);
        session.commit();
        database.sql("UPDATE book SET title = 'y', author_id = 1");
        book.title = "mine";
        assertThatThrownBy(() -> session.get(Book.class, 1)).isInstanceOf(StaleDataException.class);
        assertThat(book.title).isEqualTo("mine");
        session.refresh(book);
        assertThat(book.title).isEqualTo("y");
        assertThat(book.author.get()).isSameAs(author);
    }

    @Test
    void aChangedStaleObjectIsWrittenWhereItsColumnDidNotMove() {
        Author author = author("A");
        Book book = new Book("x");
        session.add(book);
        session.commit();
        database.sql("UPDATE book SET author_id = 1");
        book.title = "mine";
        session.commit();
        assertThat(database.rows("SELECT title, author_id FROM book")).containsExactly("mine|1");
        assertThat(book.author.get()).isSameAs(author);
    }

    @Test
    void aChangedStaleObjectWhoseColumnMovedIsRefusedWithBothValues() {
        Author author = author("A");
        author.name = "mine";
        database.sql("UPDATE author SET name = 'theirs'");
        assertThatThrownBy(session::flush)
                .isInstanceOf(StaleDataException.class)
                .hasMessageContaining("Author 1: name was A")
                .hasMessageContaining("is theirs in the database now")
                .hasMessageContaining("become mine");
        assertThat(author.name).isEqualTo("mine");
        assertThat(database.statements().writes()).isEmpty();
        assertThatThrownBy(session::commit).isInstanceOf(StaleDataException.class);
        session.refresh(author);
        assertThat(author.name).isEqualTo("theirs");
        author.name = "mine";
        session.commit();
        assertThat(database.rows("SELECT name FROM author")).containsExactly("mine");
    }

    @Test
    void bothChangedToTheSameValueIsNoConflict() {
        Author author = author("A");
        author.name = "same";
        database.sql("UPDATE author SET name = 'same'");
        session.commit();
        assertThat(database.statements().writes()).isEmpty();
    }

    @Test
    void changedStaleObjectsAreReadAgainWithOneQueryForEachClass() {
        for (int i = 0; i < 10; i++) {
            author("A" + i, "b" + i);
        }
        for (int i = 1; i <= 10; i++) {
            session.get(Author.class, i).books.get(0);
        }
        session.commit();
        List<Author> authors = new java.util.ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            authors.add(session.get(Author.class, i));
        }
        session.commit();
        authors.forEach(author -> author.name = "x");
        database.statements().clear();
        session.flush();
        assertThat(database.statements().reads()).hasSize(1);
    }

    @Test
    void aChangedStaleObjectWhoseRowIsGoneIsNoticed() {
        Author author = author("A");
        author.name = "B";
        database.sql("DELETE FROM author");
        assertThatThrownBy(session::flush)
                .isInstanceOf(ObjectDeletedException.class)
                .hasMessageContaining("Author 1");
    }

    // a failed flush

    @Test
    void aFailedFlushDemandsRollbackAndTheSessionThenWorks() {
        Author author = author("A");
        author.name = "flushed before";
        session.flush();
        Passport first = new Passport("1");
        author.passport.set(first);
        Passport second = new Passport("2");
        second.authorId = 1;
        session.add(second);
        Book unrelated = new Book("u");
        session.add(unrelated);
        assertThatThrownBy(session::flush).isInstanceOf(UniqueViolationException.class);
        assertThatThrownBy(session::flush)
                .isInstanceOf(TransactionStateException.class)
                .hasMessageContaining("rollback()")
                .hasMessageContaining("passport");
        assertThatThrownBy(session::commit).isInstanceOf(TransactionStateException.class);
        assertThatThrownBy(() -> session.get(Book.class, 77)).isInstanceOf(TransactionStateException.class);
        assertThatThrownBy(session::beginNested).isInstanceOf(TransactionStateException.class);
        assertThatThrownBy(() -> author.books.size()).isInstanceOf(TransactionStateException.class);
        session.rollback();
        assertThat(author.name).isEqualTo("A");
        assertThat(author.passport.get()).isNull();
        assertThat(first.id).isNull();
        assertThat(second.id).isNull();
        assertThat(unrelated.id).isNull();
        assertThat(session.contains(first)).isFalse();
        assertThat(session.contains(unrelated)).isFalse();
        second.authorId = null;
        author.passport.set(first);
        session.commit();
        assertThat(database.rows("SELECT number, author_id FROM passport")).containsExactly("1|1");
    }

    @Test
    void aFailedFlushUnderASavepointLeavesMemoryAsItWasToMendAndFlushAgain() {
        try (Session mending = database.sessions()
                .with(SessionOptions.DEFAULT.withFlushUnderSavepoint(true))
                .open()) {
            session.close();
            Author author = new Author("A");
            author.books.add(new Book("old"));
            mending.add(author);
            mending.commit();
            Book old = author.books.get(0);
            author.name = "B";
            mending.flush();
            author.name = "C";
            author.books.remove(old);
            Book added = new Book("new");
            author.books.add(added);
            Passport orphan = new Passport("no author");
            mending.add(orphan);
            Note doomed = new Note("n");
            mending.add(doomed);
            assertThatThrownBy(mending::flush).isInstanceOf(NotNullViolationException.class);

            assertThat(author.name).isEqualTo("C");
            assertThat(author.books).containsExactly(added);
            assertThat(old.author.get()).isNull();
            assertThat(old.authorId).isNull();
            assertThat(added.id).isNull();
            assertThat(added.authorId).isEqualTo(1);
            assertThat(orphan.id).isNull();
            assertThat(doomed.id).isNull();
            assertThat(List.of(author, old, added, orphan, doomed)).allMatch(mending::contains);

            orphan.author.set(author);
            mending.commit();
            assertThat(database.rows("SELECT name FROM author")).containsExactly("C");
            assertThat(database.rows("SELECT title, author_id FROM book ORDER BY id"))
                    .containsExactly("old|null", "new|1");
            assertThat(database.rows("SELECT number, author_id FROM passport")).containsExactly("no author|1");
        }
    }

    @Test
    void aFailedDeleteUnderASavepointStaysMarked() {
        try (Session mending = database.sessions()
                .with(SessionOptions.DEFAULT.withFlushUnderSavepoint(true))
                .open()) {
            session.close();
            Author author = new Author("A");
            Book book = new Book("b");
            author.books.add(book);
            mending.add(author);
            mending.commit();
            mending.delete(author);
            assertThatThrownBy(mending::flush).hasMessageContaining("book");
            assertThat(mending.contains(author)).isTrue();
            mending.delete(book);
            mending.commit();
            assertThat(database.rows("SELECT count(*) FROM author")).containsExactly("0");
        }
    }

    // savepoints

    @Test
    void rollbackToASavepointTakesBackOnlyWhatCameAfter() {
        Author author = author("A");
        author.name = "B";
        NestedTransaction point = session.beginNested();
        author.name = "C";
        Book book = new Book("b");
        author.books.add(book);
        session.flush();
        Author second = new Author("second");
        session.add(second);
        point.rollback();
        assertThat(author.name).isEqualTo("B");
        assertThat(author.books).isEmpty();
        assertThat(book.id).isNull();
        assertThat(session.contains(book)).isFalse();
        assertThat(session.contains(second)).isFalse();
        session.commit();
        assertThat(database.rows("SELECT name FROM author")).containsExactly("B");
        assertThat(database.rows("SELECT count(*) FROM book")).containsExactly("0");
        assertThatThrownBy(point::rollback).hasMessageContaining("ended");
    }

    @Test
    void aReleasedSavepointIsPartOfTheTransaction() {
        Author author = author("A");
        try (NestedTransaction point = session.beginNested()) {
            author.name = "B";
            point.commit();
        }
        assertThat(author.name).isEqualTo("B");
        session.rollback();
        assertThat(author.name).isEqualTo("A");
    }

    @Test
    void anUnusedSavepointSendsNothing() {
        NestedTransaction point = session.beginNested();
        point.commit();
        session.beginNested().rollback();
        assertThat(database.statements().all()).isEmpty();
    }

    @Test
    void closingASavepointRollsBackToIt() {
        Author author = author("A");
        try (NestedTransaction point = session.beginNested()) {
            author.name = "B";
            session.flush();
            assertThat(point).isNotNull();
        }
        assertThat(author.name).isEqualTo("A");
    }

    @Test
    void rollbackOfTheSessionLeavesAllSavepoints() {
        Author author = author("A");
        NestedTransaction outer = session.beginNested();
        author.name = "B";
        NestedTransaction inner = session.beginNested();
        author.name = "C";
        session.flush();
        session.rollback();
        assertThat(author.name).isEqualTo("A");
        assertThatThrownBy(inner::commit).hasMessageContaining("ended");
        assertThatThrownBy(outer::rollback).hasMessageContaining("ended");
    }

    @Test
    void commitOfTheSessionCommitsAllSavepoints() {
        Author author = author("A");
        session.beginNested();
        author.name = "B";
        session.beginNested();
        author.name = "C";
        session.commit();
        assertThat(database.rows("SELECT name FROM author")).containsExactly("C");
    }

    @Test
    void rollbackToAnOuterSavepointLeavesTheInnerOne() {
        Author author = author("A");
        NestedTransaction outer = session.beginNested();
        author.name = "B";
        NestedTransaction inner = session.beginNested();
        author.name = "C";
        session.flush();
        outer.rollback();
        assertThat(author.name).isEqualTo("A");
        assertThatThrownBy(inner::rollback).hasMessageContaining("ended");
        author.name = "D";
        session.commit();
        assertThat(database.rows("SELECT name FROM author")).containsExactly("D");
    }

    @Test
    void aFlushThatFailsInASavepointRollsBackOnlyToIt() {
        Author author = author("A");
        author.name = "B";
        NestedTransaction point = session.beginNested();
        session.add(new Passport("none"));
        assertThatThrownBy(session::flush).isInstanceOf(NotNullViolationException.class);
        assertThatThrownBy(session::commit).isInstanceOf(TransactionStateException.class);
        point.rollback();
        assertThat(author.name).isEqualTo("B");
        session.commit();
        assertThat(database.rows("SELECT name FROM author")).containsExactly("B");
    }

    @Test
    void objectsFirstReadWithinASavepointGoStaleWhenItIsRolledBack() {
        author("A");
        session.close();
        try (Session other = database.open()) {
            NestedTransaction point = other.beginNested();
            other.connection().execute(Sql.sql("UPDATE author SET name = 'B'"));
            Author author = other.get(Author.class, 1);
            assertThat(author.name).isEqualTo("B");
            point.rollback();
            other.get(Author.class, 1);
            assertThat(author.name).isEqualTo("A");
        }
    }

    @Test
    void aHolderLoadedWithinASavepointIsLoadedAgainAfterItsRollback() {
        Author author = author("A");
        NestedTransaction point = session.beginNested();
        Book book = new Book("b");
        session.add(book);
        book.authorId = 1;
        session.flush();
        assertThat(author.books).hasSize(1);
        point.rollback();
        assertThat(author.books).isEmpty();
    }

    @Test
    void aDeleteWithinASavepointIsTakenBackByItsRollback() {
        Author author = author("A", "b");
        Book book = author.books.get(0);
        NestedTransaction point = session.beginNested();
        session.delete(book);
        session.flush();
        assertThat(session.contains(book)).isFalse();
        point.rollback();
        assertThat(session.contains(book)).isTrue();
        assertThat(author.books).containsExactly(book);
        book.title = "still here";
        session.commit();
        assertThat(database.rows("SELECT title FROM book")).containsExactly("still here");
    }

    @Test
    void aHolderChangeThatNeedsNoStatementIsTakenBackToo() {
        Author author = author("A", "b");
        Book book = author.books.get(0);
        NestedTransaction point = session.beginNested();
        session.delete(book);
        session.flush();
        author.books.clear();
        session.flush();
        point.rollback();
        assertThat(author.books).containsExactly(book);
        assertThat(book.author.get()).isSameAs(author);
    }

    @Test
    void aFlushThatFindsARowGoneDemandsARollback() {
        Author author = author("A");
        author.name = "B";
        database.sql("DELETE FROM author");
        session.add(new Author("C"));
        assertThatThrownBy(session::flush).isInstanceOf(ObjectDeletedException.class);
        assertThat(session.transactionStatus()).isEqualTo(TransactionStatus.FAILED);
        session.rollback();
        session.add(new Author("D"));
        session.commit();
        assertThat(database.rows("SELECT name FROM author")).containsExactly("D");
    }
}
