package dev.dovetail.tests.orm.cascades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.cascades.Rules.OrphansChild;
import dev.dovetail.tests.orm.cascades.Rules.OrphansParent;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Save-update, delete-orphan, and what is refused before any SQL. */
class SaveUpdateAndOrphansTest {

    private final TestDatabase database = TestDatabase.of(
            Author.class,
            Book.class,
            Passport.class,
            OrphansParent.class,
            OrphansChild.class,
            Rules.CascadingParent.class,
            Rules.CascadingChild.class);
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private OrphansParent family() {
        OrphansParent parent = new OrphansParent();
        parent.children.addAll(List.of(new OrphansChild(), new OrphansChild()));
        session.add(parent);
        session.commit();
        database.statements().clear();
        return parent;
    }

    // save-update

    @Test
    void addBringsWhatTheObjectHolds() {
        Author author = new Author("A");
        Book book = new Book("b");
        author.books.add(book);
        session.add(author);
        assertThat(session.contains(book)).isTrue();
    }

    @Test
    void addOfAChildBringsItsParentAndSiblings() {
        Author author = new Author("A");
        Book book = new Book("b");
        Book sibling = new Book("c");
        author.books.addAll(List.of(book, sibling));
        session.add(book);
        assertThat(session.contains(author)).isTrue();
        assertThat(session.contains(sibling)).isTrue();
    }

    @Test
    void appendingToAnAttachedCollectionBringsTheChildAtOnce() {
        Author author = new Author("A");
        session.add(author);
        session.commit();
        Book book = new Book("b");
        author.books.add(book);
        assertThat(session.contains(book)).isTrue();
        assertThat(author.books.isLoaded()).isFalse();
        session.commit();
        assertThat(database.rows("SELECT author_id FROM book")).containsExactly("1");
    }

    @Test
    void settingAnAttachedOneBringsTheParentAtOnce() {
        Book book = new Book("b");
        session.add(book);
        Author author = new Author("A");
        book.author.set(author);
        assertThat(session.contains(author)).isTrue();
    }

    @Test
    void aChildDoesNotComeInByBackPopulation() {
        Author author = new Author("A");
        session.add(author);
        Book book = new Book("b");
        book.author.set(author);
        assertThat(author.books).containsExactly(book);
        assertThat(session.contains(book)).isFalse();
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM book")).containsExactly("0");
    }

    // orphans

    @Test
    void aPendingOrphanLeavesTheSessionAtOnce() {
        OrphansParent parent = new OrphansParent();
        OrphansChild child = new OrphansChild();
        parent.children.add(child);
        session.add(parent);
        assertThat(session.contains(child)).isTrue();
        parent.children.remove(child);
        assertThat(session.contains(child)).isFalse();
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM orphans_child")).containsExactly("0");
    }

    @Test
    void aPendingOrphanLeavesByItsOwnSideToo() {
        OrphansParent parent = new OrphansParent();
        OrphansChild child = new OrphansChild();
        parent.children.add(child);
        session.add(parent);
        child.parent.set(null);
        assertThat(session.contains(child)).isFalse();
    }

    @Test
    void aPendingChildThatMovesStays() {
        OrphansParent parent = new OrphansParent();
        OrphansParent other = new OrphansParent();
        OrphansChild child = new OrphansChild();
        parent.children.add(child);
        session.addAll(List.of(parent, other));
        other.children.add(child);
        assertThat(session.contains(child)).isTrue();
        session.commit();
        assertThat(database.rows("SELECT parent_id FROM orphans_child")).containsExactly("2");
    }

    @Test
    void reorderingPendingChildrenMakesNobodyAnOrphan() {
        OrphansParent parent = new OrphansParent();
        List<OrphansChild> children = List.of(new OrphansChild(), new OrphansChild(), new OrphansChild());
        parent.children.addAll(children);
        session.add(parent);
        Collections.swap(parent.children, 0, 2);
        Collections.reverse(parent.children);
        parent.children.sort(Comparator.comparing(System::identityHashCode));
        parent.children.replaceAll(child -> child);
        assertThat(children).allMatch(session::contains);
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM orphans_child")).containsExactly("3");
    }

    @Test
    void reorderingStoredChildrenWritesNothing() {
        OrphansParent parent = family();
        Collections.swap(parent.children, 0, 1);
        Collections.rotate(parent.children, 1);
        session.commit();
        assertThat(database.statements().writes()).isEmpty();
    }

    @Test
    void aPendingChildReplacedBySetIsNotInserted() {
        OrphansParent parent = new OrphansParent();
        OrphansChild first = new OrphansChild();
        OrphansChild second = new OrphansChild();
        parent.children.add(first);
        session.add(parent);
        parent.children.set(0, second);
        session.commit();
        assertThat(session.contains(first)).isFalse();
        assertThat(database.rows("SELECT count(*) FROM orphans_child")).containsExactly("1");
    }

    @Test
    void anOrphanIsDeletedWhenItIsTakenOutOfTheCollection() {
        OrphansParent parent = family();
        OrphansChild child = parent.children.remove(0);
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("DELETE FROM orphans_child WHERE orphans_child.id = ? [1]");
        assertThat(session.contains(child)).isFalse();
    }

    @Test
    void anOrphanIsDeletedWhenItsParentIsSetToNull() {
        OrphansParent parent = family();
        parent.children.get(1).parent.set(null);
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("DELETE FROM orphans_child WHERE orphans_child.id = ? [2]");
    }

    @Test
    void anOrphanIsDeletedAlthoughItsParentIsNotInMemory() {
        family();
        session.close();
        try (Session other = database.open()) {
            OrphansChild child = other.get(OrphansChild.class, 1);
            database.statements().clear();
            child.parent.set(null);
            other.commit();
            assertThat(database.statements().all())
                    .containsExactly("DELETE FROM orphans_child WHERE orphans_child.id = ? [1]", "COMMIT");
        }
    }

    @Test
    void removingAndPuttingBackSendsNothing() {
        OrphansParent parent = family();
        OrphansChild child = parent.children.remove(0);
        parent.children.add(child);
        session.commit();
        assertThat(database.statements().writes()).isEmpty();
    }

    @Test
    void aMovedChildIsNoOrphan() {
        OrphansParent parent = family();
        OrphansParent other = new OrphansParent();
        session.add(other);
        session.commit();
        OrphansChild child = parent.children.get(0);
        parent.children.remove(child);
        other.children.add(child);
        database.statements().clear();
        session.commit();
        assertThat(database.statements().writes())
                .containsExactly("UPDATE orphans_child SET parent_id=? WHERE orphans_child.id = ? [2, 1]");
        assertThat(other.children).containsExactly(child);
    }

    @Test
    void aChildMovedByItsOwnSideIsNoOrphanEvenIfNoParentIsLoaded() {
        OrphansParent other = new OrphansParent();
        family();
        session.add(other);
        session.commit();
        session.close();
        try (Session second = database.open()) {
            OrphansChild child = second.get(OrphansChild.class, 1);
            child.parent.set(second.get(OrphansParent.class, 2));
            second.commit();
        }
        assertThat(database.rows("SELECT id, parent_id FROM orphans_child ORDER BY id"))
                .containsExactly("1|2", "2|1");
    }

    @Test
    void aChildMovedToANewParentIsNoOrphan() {
        OrphansParent parent = family();
        OrphansChild child = parent.children.get(0);
        OrphansParent other = new OrphansParent();
        other.children.add(child);
        session.add(other);
        session.commit();
        assertThat(database.rows("SELECT id, parent_id FROM orphans_child ORDER BY id"))
                .containsExactly("1|2", "2|1");
    }

    @Test
    void clearDeletesAllOrphansAndRollbackUndoesIt() {
        OrphansParent parent = family();
        List<OrphansChild> children = List.copyOf(parent.children);
        parent.children.clear();
        session.flush();
        assertThat(children).noneMatch(session::contains);
        session.rollback();
        assertThat(children).allMatch(session::contains);
        assertThat(parent.children).containsExactlyElementsOf(children);
        assertThat(children.get(0).parent.get()).isSameAs(parent);
        assertThat(children.get(0).parentId).isEqualTo(1);
    }

    @Test
    void replacingTheOneOfAOneToOneDeletesTheOrphan() {
        Author author = new Author("A");
        author.passport.set(new Passport("1"));
        session.add(author);
        session.commit();
        author.passport.set(null);
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM passport")).containsExactly("0");
    }

    @Test
    void anUnloadedOneThatIsReplacedMakesAnOrphanToo() {
        Author author = new Author("A");
        author.passport.set(new Passport("1"));
        session.add(author);
        session.commit();
        session.close();
        try (Session other = database.open()) {
            Author again = other.get(Author.class, 1);
            again.passport.set(null);
            other.commit();
        }
        assertThat(database.rows("SELECT count(*) FROM passport")).containsExactly("0");
    }

    // refused before any SQL

    @Test
    void aChildTakenFromARequiredCollectionIsRefusedBeforeAnySql() {
        Rules.CascadingParent parent = new Rules.CascadingParent();
        parent.children.add(new Rules.CascadingChild());
        session.add(parent);
        session.commit();
        Rules.CascadingChild child = parent.children.get(0);
        session.add(new Author("unrelated"));
        database.statements().clear();
        parent.children.remove(child);
        assertThatThrownBy(session::flush)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("CascadingChild 1 was taken out of CascadingParent.children and put nowhere else")
                .hasMessageContaining("CascadingChild.parentId cannot be NULL")
                .hasMessageContaining("session.delete")
                .hasMessageContaining("DELETE_ORPHAN")
                .hasMessageContaining("Nothing was sent");
        assertThat(database.statements().writes()).isEmpty();
        parent.children.add(child);
        session.commit();
        assertThat(database.rows("SELECT parent_id FROM cascading_child")).containsExactly("1");
        assertThat(database.rows("SELECT name FROM author")).containsExactly("unrelated");
    }

    @Test
    void aRefusedRemovalIsMendedByADelete() {
        Rules.CascadingParent parent = new Rules.CascadingParent();
        parent.children.add(new Rules.CascadingChild());
        session.add(parent);
        session.commit();
        Rules.CascadingChild child = parent.children.remove(0);
        assertThatThrownBy(session::flush).isInstanceOf(UsageException.class);
        session.delete(child);
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM cascading_child")).containsExactly("0");
    }

    @Test
    void aChildTakenFromACollectionItCanDoWithoutLosesItsKey() {
        Author author = new Author("A");
        author.books.add(new Book("b"));
        session.add(author);
        session.commit();
        Book book = author.books.remove(0);
        database.statements().clear();
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("UPDATE book SET author_id=? WHERE book.id = ? [null, 1]");
        assertThat(book.authorId).isNull();
    }

    @Test
    void aChildAddedToAnUnloadedCollectionIsQueuedWithoutLoading() {
        Author author = new Author("A");
        author.books.add(new Book("a"));
        session.add(author);
        session.commit();
        session.close();
        try (Session other = database.open()) {
            Author again = other.get(Author.class, 1);
            database.statements().clear();
            Book book = new Book("b");
            again.books.add(book);
            assertThat(database.statements().all()).isEmpty();
            assertThat(again.books).hasSize(2);
            assertThat(again.books).last().isSameAs(book);
            assertThat(book.authorId).isEqualTo(1);
        }
    }

    @Test
    void iteratingOverACollectionThatIsNotLoadedLoadsIt() {
        Author author = new Author("A");
        author.books.addAll(List.of(new Book("a"), new Book("b")));
        session.add(author);
        session.commit();
        int count = 0;
        for (Book book : author.books) {
            assertThat(book.title).isNotNull();
            count++;
        }
        session.commit();
        assertThat(author.books.stream().map(book -> book.title)).containsExactly("a", "b");
        session.commit();
        assertThat(author.books.listIterator(1).next().title).isEqualTo("b");
        assertThat(count).isEqualTo(2);
    }

    @Test
    void aParentThatStillShowsADeletedChildTakesOthers() {
        OrphansParent parent = family();
        OrphansParent other = new OrphansParent();
        OrphansChild moved = new OrphansChild();
        other.children.add(moved);
        session.add(other);
        session.delete(parent.children.get(0));
        session.flush();
        assertThat(parent.children).hasSize(2);
        moved.parent.set(parent);
        parent.children.add(new OrphansChild());
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM orphans_child WHERE parent_id = 1"))
                .containsExactly("3");
    }
}
