package dev.dovetail.tests.orm.holders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Node;
import dev.dovetail.tests.orm.library.Passport;
import org.junit.jupiter.api.Test;

/** A One of transient objects: the other side follows each change at once, and the key as soon as it is known. */
class OneTest {

    private final Author p = new Author("P");
    private final Author q = new Author("Q");
    private final Book book = new Book("book");

    @Test
    void settingPutsTheOwnerIntoTheOtherSide() {
        book.author.set(p);
        assertThat(p.books).containsExactly(book);
    }

    @Test
    void settingAnotherMovesTheOwner() {
        book.author.set(p);
        book.author.set(q);
        assertThat(p.books).isEmpty();
        assertThat(q.books).containsExactly(book);
    }

    @Test
    void settingNullTakesTheOwnerOut() {
        book.author.set(p);
        book.author.set(null);
        assertThat(p.books).isEmpty();
        assertThat(book.author.get()).isNull();
    }

    @Test
    void settingTheSameAgainChangesNothing() {
        book.author.set(p);
        book.author.set(p);
        assertThat(p.books).containsExactly(book);
    }

    @Test
    void theKeyIsCopiedAtOnceWhenItIsKnown() {
        p.id = 7;
        book.author.set(p);
        assertThat(book.authorId).isEqualTo(7);
        book.author.set(null);
        assertThat(book.authorId).isNull();
        p.books.add(book);
        assertThat(book.authorId).isEqualTo(7);
        p.books.remove(book);
        assertThat(book.authorId).isNull();
    }

    @Test
    void aKeyThatIsNotKnownIsNotCopied() {
        book.author.set(p);
        assertThat(book.authorId).isNull();
    }

    @Test
    void oneToOneIsKeptFromTheSideOfTheKey() {
        Passport passport = new Passport("1");
        passport.author.set(p);
        assertThat(p.passport.get()).isSameAs(passport);
        passport.author.set(q);
        assertThat(p.passport.get()).isNull();
        assertThat(q.passport.get()).isSameAs(passport);
    }

    @Test
    void oneToOneIsKeptFromTheOtherSide() {
        Passport passport = new Passport("1");
        p.id = 3;
        p.passport.set(passport);
        assertThat(passport.author.get()).isSameAs(p);
        assertThat(passport.authorId).isEqualTo(3);
        p.passport.set(null);
        assertThat(passport.author.get()).isNull();
        assertThat(passport.authorId).isNull();
    }

    @Test
    void oneToOneReplacementFreesBothFormerPartners() {
        Passport first = new Passport("1");
        Passport second = new Passport("2");
        p.passport.set(first);
        q.passport.set(second);
        p.passport.set(second);
        assertThat(first.author.get()).isNull();
        assertThat(q.passport.get()).isNull();
        assertThat(second.author.get()).isSameAs(p);
        first.author.set(p);
        assertThat(second.author.get()).isNull();
        assertThat(p.passport.get()).isSameAs(first);
    }

    @Test
    void aNodeMayBeItsOwnParent() {
        Node node = new Node("loop");
        node.parent.set(node);
        assertThat(node.children).containsExactly(node);
        node.children.remove(node);
        assertThat(node.parent.get()).isNull();
    }

    @Test
    void aTreeIsKeptFromBothSides() {
        Node root = new Node("root");
        Node left = new Node("left");
        Node leaf = new Node("leaf");
        root.children.add(left);
        leaf.parent.set(left);
        assertThat(left.children).containsExactly(leaf);
        root.children.add(leaf);
        assertThat(left.children).isEmpty();
        assertThat(leaf.parent.get()).isSameAs(root);
    }

    @Test
    void toStringNamesTheClassOnly() {
        assertThat(book.author).hasToString("One(null)");
        book.author.set(p);
        assertThat(book.author).hasToString("One(Author)");
    }
}
