package dev.dovetail.tests.orm.holders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.orm.attribute.Many;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A {@link Many} of transient objects: it is a list, and the other side follows each change at once. */
class ManyTest {

    private final Author p = new Author("P");
    private final Author q = new Author("Q");
    private final Book a = new Book("a");
    private final Book b = new Book("b");
    private final Book c = new Book("c");

    @Test
    void addingSetsTheOtherSide() {
        p.books.add(a);
        assertThat(a.author.get()).isSameAs(p);
        assertThat(titles(p)).containsExactly("a");
    }

    @Test
    void addingAtAnIndexSetsTheOtherSide() {
        p.books.addAll(List.of(a, c));
        p.books.add(1, b);
        assertThat(titles(p)).containsExactly("a", "b", "c");
        assertThat(b.author.get()).isSameAs(p);
    }

    @Test
    void addingAllAtAnIndexSetsTheOtherSides() {
        p.books.add(c);
        p.books.addAll(0, List.of(a, b));
        assertThat(titles(p)).containsExactly("a", "b", "c");
        assertConsistent();
    }

    @Test
    void addingMovesTheChildFromItsFormerParent() {
        p.books.addAll(List.of(a, b));
        q.books.add(a);
        assertThat(titles(p)).containsExactly("b");
        assertThat(titles(q)).containsExactly("a");
        assertThat(a.author.get()).isSameAs(q);
    }

    @Test
    void removingClearsTheOtherSide() {
        p.books.addAll(List.of(a, b));
        assertThat(p.books.remove(a)).isTrue();
        assertThat(p.books.remove(c)).isFalse();
        assertThat(a.author.get()).isNull();
        assertThat(titles(p)).containsExactly("b");
    }

    @Test
    void removingByIndexGivesTheElement() {
        p.books.addAll(List.of(a, b));
        assertThat(p.books.remove(0)).isSameAs(a);
        assertConsistent();
    }

    @Test
    void removingAStrangerLeavesItWithItsOwnParent() {
        q.books.add(a);
        assertThat(p.books.remove(a)).isFalse();
        assertThat(a.author.get()).isSameAs(q);
    }

    @Test
    void clearingClearsAllOtherSides() {
        p.books.addAll(List.of(a, b, c));
        p.books.clear();
        assertThat(p.books).isEmpty();
        assertConsistent();
    }

    @Test
    void setReplacesOneElement() {
        p.books.addAll(List.of(a, b));
        assertThat(p.books.set(0, c)).isSameAs(a);
        assertThat(titles(p)).containsExactly("c", "b");
        assertThat(a.author.get()).isNull();
        assertThat(c.author.get()).isSameAs(p);
    }

    @Test
    void setAllReplacesTheContentAndKeepsWhatStays() {
        p.books.addAll(List.of(a, b));
        p.books.setAll(List.of(c, b));
        assertThat(titles(p)).containsExactly("c", "b");
        assertConsistent();
    }

    @Test
    void setAllOfAnotherParentsCollectionTakesItOver() {
        p.books.add(a);
        q.books.addAll(List.of(b, c));
        p.books.setAll(q.books);
        assertThat(titles(p)).containsExactly("b", "c");
        assertThat(q.books).isEmpty();
        assertConsistent();
    }

    @Test
    void setAllOfItselfChangesNothing() {
        p.books.addAll(List.of(a, b));
        p.books.setAll(p.books);
        assertThat(titles(p)).containsExactly("a", "b");
        assertConsistent();
    }

    @Test
    void addAllOfAnotherParentsCollectionMovesEveryChild() {
        q.books.addAll(List.of(a, b, c));
        p.books.addAll(q.books);
        assertThat(titles(p)).containsExactly("a", "b", "c");
        assertThat(q.books).isEmpty();
        assertConsistent();
    }

    @Test
    void addAllAtAnIndexOfAnotherParentsCollectionMovesEveryChild() {
        q.books.addAll(List.of(a, b));
        p.books.add(c);
        p.books.addAll(0, q.books);
        assertThat(titles(p)).containsExactly("a", "b", "c");
        assertThat(q.books).isEmpty();
        assertConsistent();
    }

    @Test
    void sortOnlyReorders() {
        p.books.addAll(List.of(c, a, b));
        p.books.sort(Comparator.comparing((Book book) -> String.valueOf(book.title)));
        assertThat(titles(p)).containsExactly("a", "b", "c");
        assertConsistent();
    }

    @Test
    void collectionsSwapReverseRotateAndShuffleOnlyReorder() {
        p.books.addAll(List.of(a, b, c));
        Collections.swap(p.books, 0, 2);
        assertThat(titles(p)).containsExactly("c", "b", "a");
        Collections.reverse(p.books);
        assertThat(titles(p)).containsExactly("a", "b", "c");
        Collections.rotate(p.books, 1);
        assertThat(titles(p)).containsExactly("c", "a", "b");
        Collections.shuffle(p.books, new Random(7));
        assertThat(titles(p)).containsExactlyInAnyOrder("a", "b", "c");
        assertConsistent();
    }

    @Test
    void replaceAllReplacesWhatTheOperatorReplaces() {
        p.books.addAll(List.of(a, b));
        p.books.replaceAll(book -> book == a ? c : book);
        assertThat(titles(p)).containsExactly("c", "b");
        assertConsistent();
    }

    @Test
    void removeIfRemoveAllAndRetainAllClearTheOtherSides() {
        p.books.addAll(List.of(a, b, c));
        assertThat(p.books.removeIf(book -> book == a)).isTrue();
        assertThat(p.books.removeAll(List.of(b))).isTrue();
        assertThat(p.books.retainAll(List.of(b))).isTrue();
        assertThat(p.books).isEmpty();
        assertConsistent();
    }

    @Test
    void anIteratorRemoves() {
        p.books.addAll(List.of(a, b, c));
        Iterator<Book> books = p.books.iterator();
        books.next();
        books.remove();
        assertThat(books.next()).isSameAs(b);
        assertThat(titles(p)).containsExactly("b", "c");
        assertConsistent();
    }

    @Test
    void aListIteratorSetsAddsAndRemoves() {
        p.books.addAll(List.of(a, b));
        ListIterator<Book> books = p.books.listIterator();
        books.next();
        books.set(c);
        books.next();
        books.remove();
        books.add(b);
        assertThat(titles(p)).containsExactly("c", "b");
        assertConsistent();
    }

    @Test
    void clearingASubListRemovesThatPart() {
        p.books.addAll(List.of(a, b, c));
        p.books.subList(0, 2).clear();
        assertThat(titles(p)).containsExactly("c");
        assertConsistent();
    }

    @Test
    void changingItWhileIteratingIsNoticed() {
        p.books.addAll(List.of(a, b, c));
        assertThatThrownBy(() -> p.books.forEach(book -> book.author.set(null)))
                .isInstanceOf(java.util.ConcurrentModificationException.class);
    }

    @Test
    void equalsAndHashCodeAreThoseOfTheHolder() {
        p.books.add(a);
        q.books.add(b);
        assertThat(p.books.equals(List.of(a))).isFalse();
        assertThat(p.books).isEqualTo(p.books);
        int before = p.books.hashCode();
        p.books.add(c);
        assertThat(p.books.hashCode()).isEqualTo(before);
    }

    @Test
    void elementsAreFoundByIdentityNotByEquals() {
        List<Object> found = new ArrayList<>();
        p.books.add(a);
        Object equalToAll = new Object() {
            @Override
            public boolean equals(@Nullable Object other) {
                return true;
            }

            @Override
            public int hashCode() {
                return 0;
            }
        };
        assertThat(p.books.contains(equalToAll)).isFalse();
        assertThat(p.books.indexOf(equalToAll)).isEqualTo(-1);
        assertThat(p.books.remove(equalToAll)).isFalse();
        assertThat(found).isEmpty();
    }

    @Test
    void anElementThatIsInItTwiceLeavesCompletelyWhenItMoves() {
        p.books.add(a);
        p.books.add(a);
        q.books.add(a);
        assertThat(p.books).isEmpty();
        assertConsistent();
    }

    @Test
    void anElementThatIsInItTwiceStaysUntilTheLastOneIsRemoved() {
        p.books.add(a);
        p.books.add(a);
        p.books.remove(0);
        assertThat(a.author.get()).isSameAs(p);
        p.books.remove(0);
        assertThat(a.author.get()).isNull();
    }

    @Test
    void nullIsRefusedAndChangesNothing() {
        p.books.add(a);
        assertThatThrownBy(() -> p.books.add(nothing())).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> p.books.add(0, nothing())).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> p.books.set(0, nothing())).isInstanceOf(UsageException.class);
        assertThat(titles(p)).containsExactly("a");
        assertConsistent();
    }

    @Test
    void aWrongIndexChangesNothing() {
        p.books.add(a);
        assertThatThrownBy(() -> p.books.add(5, b)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> p.books.set(5, b)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> p.books.remove(5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(titles(p)).containsExactly("a");
        assertThat(b.author.get()).isNull();
    }

    @Test
    void toStringShowsTheSizeOnly() {
        p.books.addAll(List.of(a, b));
        assertThat(p.books).hasToString("Many(2)");
    }

    @Test
    void aHolderOutsideOfItsOwnersFieldsSaysSo() {
        Many<Book> stray = new Many<>(p);
        assertThatThrownBy(() -> stray.add(a)).hasMessageContaining("new Many<>(this)");
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    private static Book nothing() {
        @Nullable Book none = null;
        return none;
    }

    private static List<String> titles(Author author) {
        return author.books.stream().map(book -> String.valueOf(book.title)).toList();
    }

    private void assertConsistent() {
        for (Author author : List.of(p, q)) {
            for (Book book : List.of(a, b, c)) {
                assertThat(author.books.contains(book))
                        .as("%s in %s", book.title, author.name)
                        .isEqualTo(book.author.get() == author);
            }
        }
    }
}
