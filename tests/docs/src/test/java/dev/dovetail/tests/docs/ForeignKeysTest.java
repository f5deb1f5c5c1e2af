package dev.dovetail.tests.docs;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.docs.Author_.AUTHOR;
import static dev.dovetail.tests.docs.Book_.BOOK;
import static dev.dovetail.tests.docs.Child_.CHILD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.ForeignKeySide;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.ReferencingRows;
import dev.dovetail.orm.Session;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of guide/foreign-keys.md. */
class ForeignKeysTest extends SampleDatabase {

    @Test
    void refused() {
        storeAuthor();
        // tag::keys-refused[]
        try (Session session = sessions.open()) {
            Author author = session.get(Author.class, 1);
            session.delete(author);
            try {
                session.commit();
            } catch (ForeignKeyViolationException e) {
                assertThat(e.side()).isEqualTo(ForeignKeySide.STILL_REFERENCED);
                ReferencingRows rows = e.referencing().get(0);
                assertThat(rows.table()).isEqualTo("book");
                assertThat(rows.count()).isEqualTo(1);
                assertThat(rows.sampleKeys()).containsExactly(List.of(1));
                session.rollback();
            }
        }
        // end::keys-refused[]
        assertThat(sent).contains("DELETE FROM author WHERE author.id = ?");
    }

    @Test
    void waysOut() {
        storeAuthor();
        try (Session session = sessions.open()) {
            Author author = session.one(select(AUTHOR));
            // tag::keys-way-out[]
            session.list(select(BOOK).where(BOOK.author.is(author))).forEach(session::delete);
            session.delete(author);
            session.commit(); // DELETE FROM book …, DELETE FROM author …
            // end::keys-way-out[]
            assertThat(session.list(select(BOOK))).isEmpty();
        }
    }

    @Test
    void memoryFollows() {
        storeFamily();
        // tag::keys-memory[]
        try (Session session = sessions.open()) {
            Child known = session.first(select(CHILD).orderBy(CHILD.id));
            session.delete(session.get(Parent.class, known.parentId));
            session.flush();
            assertThat(session.contains(known)).isFalse(); // deleted with its parent

            session.rollback();
            assertThat(session.contains(known)).isTrue(); // and back again
        }
        // end::keys-memory[]
    }

    @Test
    void orphans() {
        storeFamily();
        try (Session session = sessions.open()) {
            Parent parent = session.get(Parent.class, 1);
            // tag::keys-orphan[]
            parent.children.remove(0); // DELETE_ORPHAN: the child is deleted by the next flush
            session.commit();
            // end::keys-orphan[]
            assertThat(session.list(select(CHILD))).hasSize(1);
        }
    }
}
