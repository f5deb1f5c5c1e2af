package dev.dovetail.tests.docs;

import static dev.dovetail.orm.query.Queries.joinedLoad;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.count;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.tests.docs.Child_.CHILD;
import static dev.dovetail.tests.docs.Parent_.PARENT;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Row2;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What users type, as the design has it. */
class DesignTest extends SampleDatabase {

    @Test
    void bothSidesAreEqualAtOnce() {
        Parent p = new Parent("P1");
        Parent q = new Parent("P2");
        Child c = new Child("C1");
        p.children.add(c);
        assertThat(c.parent.get()).isSameAs(p);
        c.parent.set(q);
        assertThat(p.children).isEmpty();
        assertThat(q.children).containsExactly(c);
    }

    @Test
    void session() {
        try (Engine engine = Engine.create("jdbc:sqlite:family.db")) {
            SessionFactory sessions = SessionFactory.of(engine);
            sessions.metadata().createAll(engine);

            sessions.transaction(session -> {
                // begin … commit; rollback if it throws
                Parent p = new Parent("P1");
                p.children.add(new Child("C1"));
                session.add(p);
            });

            try (Session session = sessions.open()) {
                Parent p = session.get(Parent.class, 1);
                List<Child> some = session.list(select(CHILD)
                        .where(CHILD.parent.is(p), CHILD.name.like("C%"))
                        .options(joinedLoad(CHILD.parent)));
                assertThat(some).extracting(child -> child.name).containsExactly("C1");
                session.delete(p);
                session.commit();
                assertThat(session.list(select(CHILD))).isEmpty();
            }
        }
    }

    @Test
    void sql() {
        storeFamily();
        try (Connection connection = engine.connect()) {
            var stmt = select(PARENT.name, count(CHILD.id))
                    .from(PARENT)
                    .leftJoin(PARENT.children)
                    .groupBy(PARENT.name)
                    .having(count(CHILD.id).gt(1))
                    .orderBy(PARENT.name);
            List<Row2<String, Long>> rows = connection.list(stmt);
            record Summary(String name, long children) {}
            List<Summary> summaries = connection.list(stmt, Summary::new); // checked by the compiler
            assertThat(rows).containsExactly(new Row2<>("P1", 2L));
            assertThat(summaries).containsExactly(new Summary("P1", 2));
        }
    }

    @Test
    void tablesWithoutClasses() {
        Table page = Table.of("page", column("id", INTEGER).primaryKey(), column("title", VARCHAR(200)));
        assertThat(page.column("title", String.class)).hasToString("page.title");
    }

    @Test
    void indexOfTheCompilation() {
        assertThat(SessionFactory.of(engine, AppModel.INSTANCE).metadata().tables())
                .hasSameSizeAs(sessions.metadata().tables());
    }
}
