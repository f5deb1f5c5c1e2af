package dev.dovetail.tests.docs;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.count;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.tests.docs.Child_.CHILD;
import static dev.dovetail.tests.docs.Parent_.PARENT;
import static dev.dovetail.tests.docs.User_.USER;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.engine.EchoListener;
import dev.dovetail.engine.Engine;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Row2;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.TableSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of guide/getting-started.md. */
class GettingStartedTest extends SampleDatabase {

    @Test
    void engine() {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            engineThatPrints();
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("CREATE TABLE IF NOT EXISTS parent ");
    }

    private static void engineThatPrints() {
        // tag::start-engine[]
        Engine engine = Engine.builder()
                .url("jdbc:sqlite:family.db")
                .listener(new EchoListener(System.out::println)) // prints every statement
                .build();
        SessionFactory sessions = SessionFactory.of(engine, AppModel.INSTANCE);
        sessions.metadata().createAll(engine); // CREATE TABLE IF NOT EXISTS …
        // end::start-engine[]
        assertThat(sessions.metadata().tables()).extracting(Table::name).contains("parent", "child", "users");
        engine.close();
    }

    @Test
    void session() {
        // tag::start-session[]
        try (Session session = sessions.open()) {
            User ada = new User("ada@example.org");
            session.add(ada);
            session.commit(); // INSERT, COMMIT
            assertThat(ada.id).isEqualTo(1); // the key that the database generated
            assertThat(ada.status).isEqualTo("new"); // the column's default, read back

            ada.email = "ada@example.com"; // a plain write to a plain field
            session.commit(); // UPDATE users SET email=? …

            User same = session.get(User.class, 1);
            assertThat(same).isSameAs(ada); // one object for each row
        }
        // end::start-session[]
        assertThat(sent).anyMatch(line -> line.startsWith("UPDATE users SET email=? "));
    }

    @Test
    void queries() {
        storeFamily();
        try (Session session = sessions.open()) {
            // tag::start-query[]
            List<User> users = session.list(select(USER)
                    .where(USER.email.endsWith("@example.org"))
                    .orderBy(USER.email)
                    .limit(20));
            List<Child> children =
                    session.list(select(CHILD).join(CHILD.parent).where(PARENT.name.eq("P1"), CHILD.name.like("C%")));
            // end::start-query[]
            assertThat(users).isEmpty();
            assertThat(children).hasSize(2);
        }
    }

    @Test
    void rows() {
        storeFamily();
        // tag::start-rows[]
        record Summary(String name, long children) {}

        Select<Row2<String, Long>> query = select(PARENT.name, count(CHILD.id))
                .from(PARENT)
                .leftJoin(PARENT.children)
                .groupBy(PARENT.name);
        List<Summary> summaries =
                engine.transactionResult(connection -> connection.list(query, Summary::new)); // checked by the compiler
        // end::start-rows[]
        assertThat(summaries).containsExactly(new Summary("P1", 2));
    }

    @Test
    void tables() {
        // tag::start-tables[]
        Table page = Table.of(
                "page",
                column("id", INTEGER).primaryKey(),
                column("title", VARCHAR(200)).notNull());
        MetaData.of(page).createAll(engine);
        Column<String> title = page.column("title", String.class);
        TableSource pages = table(page);

        engine.transaction(connection -> {
            connection.execute(insertInto(page).set(title, "first"));
            List<String> titles = connection.list(
                    select(pages.col(title)).from(pages).where(pages.col(title).ne("last")));
            assertThat(titles).containsExactly("first");
            connection.execute(sql("UPDATE page SET title = :title").bind("title", "second"));
        });
        // end::start-tables[]
    }
}
