package dev.dovetail.tests.docs;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;
import static dev.dovetail.tests.docs.Child_.CHILD;
import static dev.dovetail.tests.docs.Parent_.PARENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.ForeignKeySide;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.engine.Engine;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The samples of README.md. */
class ReadmeTest extends SampleDatabase {

    @Test
    void session() {
        // tag::readme-session[]
        try (Engine engine = Engine.create("jdbc:sqlite:family.db")) {
            SessionFactory sessions = SessionFactory.of(engine);
            sessions.metadata().createAll(engine);

            sessions.transaction(session -> {
                // begin … commit; rollback if it throws
                Parent p = new Parent("P1");
                p.children.add(new Child("C1")); // and C1's parent is P1, at once
                p.children.add(new Child("C2"));
                session.add(p); // the children come with it
            });

            try (Session session = sessions.open()) {
                List<Child> some = session.list(select(CHILD)
                        .where(CHILD.name.like("C%"))
                        .orderBy(CHILD.name.desc())
                        .options(selectInLoad(CHILD.parent)));
                some.get(0).name = "C3"; // seen by the next flush
                session.commit();
            }
        }
        // end::readme-session[]
        try (Engine engine = Engine.create("jdbc:sqlite:family.db");
                Session session = SessionFactory.of(engine).open()) {
            assertThat(session.list(select(CHILD).orderBy(CHILD.name)))
                    .extracting(child -> child.name)
                    .containsExactly("C1", "C3");
        }
    }

    @Test
    void delete() {
        storeFamily();
        // tag::readme-delete[]
        try (Session session = sessions.open()) {
            Parent p = session.one(select(PARENT).where(PARENT.name.eq("P1")));
            session.delete(p);
            session.commit();
        }
        // end::readme-delete[]
        assertThat(sent).contains("DELETE FROM parent WHERE parent.id = ?");
        try (Session session = sessions.open()) {
            assertThat(session.list(select(CHILD))).isEmpty();
        }
    }

    @Test
    void error() {
        storeFamily();
        // tag::readme-error[]
        try (Session session = sessions.open()) {
            Child lost = new Child("C3");
            lost.parentId = 99; // no parent has this id
            session.add(lost);
            try {
                session.commit();
            } catch (ForeignKeyViolationException e) {
                assertThat(e.code()).isEqualTo("DVT-23-FK-PARENT");
                assertThat(e.side()).isEqualTo(ForeignKeySide.MISSING_PARENT);
                assertThat(e.table()).isEqualTo("child");
                assertThat(e.values()).isEqualTo(Map.of("parent_id", 99));
                assertThat(e.attributes()).containsExactly("parentId");
                assertThat(e.referencedTable()).isEqualTo("parent");
                assertThat(e.entity()).isSameAs(lost);
                assertThat(e.hint()).contains("add the Parent to the session first");
                session.rollback();
            }
            lost.parentId = 1;
            session.add(lost);
            session.commit(); // the same session goes on
        }
        // end::readme-error[]
        try (Session session = sessions.open()) {
            assertThat(session.list(select(CHILD))).hasSize(3);
        }
    }
}
