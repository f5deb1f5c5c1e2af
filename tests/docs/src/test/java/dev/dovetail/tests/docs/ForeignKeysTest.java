package dev.dovetail.tests.docs;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.tests.docs.Author_.AUTHOR;
import static dev.dovetail.tests.docs.Book_.BOOK;
import static dev.dovetail.tests.docs.Child_.CHILD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.ForeignKeySide;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.ReferencingRows;
import dev.dovetail.engine.Connection;
import dev.dovetail.orm.Session;
import dev.dovetail.preview.DeleteEffect;
import dev.dovetail.preview.DeletePreview;
import dev.dovetail.preview.ForeignKeyGraph;
import dev.dovetail.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of guide/foreign-keys.md. */
class ForeignKeysTest extends SampleDatabase {

    @Test
    void previewed() {
        storeAuthor();
        // tag::keys-preview[]
        try (Session session = sessions.open()) {
            DeletePreview preview = session.previewDelete(session.get(Author.class, 1));
            System.out.println(preview);
            for (DeleteEffect refusal : preview.refusals()) {
                System.out.println(refusal.table() + " " + refusal.sampleKeys() + ": " + refusal.remedy());
            }
        }
        // end::keys-preview[]
        try (Session session = sessions.open()) {
            String shown = session.previewDelete(session.get(Author.class, 1)).toText();
            assertThat(Documents.blocks("text"))
                    .filteredOn(block -> block.document().equals("guide/foreign-keys.md"))
                    .extracting(block -> block.text().lines().map(String::strip).toList())
                    .contains(shown.lines().map(String::strip).toList());
        }
    }

    @Test
    void previewedWithoutClasses() {
        storeFamily();
        Table parent = sessions.metadata().table("parent");
        // tag::keys-preview-core[]
        try (Connection connection = engine.connect()) {
            ForeignKeyGraph graph = ForeignKeyGraph.read(connection); // can be kept
            DeletePreview preview = graph.previewDelete(
                    connection, parent, table(parent).text("name").like("P%"));
            assertThat(preview.total("child").deleted()).isEqualTo(2);
        }
        // end::keys-preview-core[]
    }

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
