package dev.dovetail.tests.docs;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.selectFrom;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.integrity.DanglingReferencesException;
import dev.dovetail.orm.Session;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of guide/bulk-loading.md. */
class BulkLoadingTest extends SampleDatabase {

    private static final Table BELONG =
            Table.of("belong", column("id", INTEGER).primaryKey(), column("name", VARCHAR(200)));
    private static final Table PAGE = Table.of(
            "page",
            column("id", INTEGER).primaryKey(),
            column("title", VARCHAR(200)),
            column("belong_id", INTEGER).references("belong", "id"));

    @Test
    void load() {
        // tag::bulk-load[]
        MetaData metaData = MetaData.of(BELONG, PAGE);
        metaData.createAll(engine);
        try {
            engine.withoutForeignKeyChecks(metaData, connection -> {
                connection.execute(insertInto(PAGE)
                        .columns(PAGE.column("id"), PAGE.column("belong_id"))
                        .values(1, 10) // before the row that it refers to
                        .values(2, 99)); // refers to nothing
                connection.execute(
                        insertInto(BELONG).columns(BELONG.column("id")).values(10));
            });
        } catch (DanglingReferencesException e) {
            assertThat(e.references()).hasSize(1);
            assertThat(e.references().get(0))
                    .hasToString("page 2: belong_id = 99, but no belong has id = 99 (fk_page_belong_id)");
        }
        // end::bulk-load[]
        engine.transaction(connection ->
                assertThat(connection.list(selectFrom(table(BELONG)))).isEqualTo(List.of()));
    }

    @Test
    void objects() {
        // tag::bulk-load-objects[]
        sessions.withoutForeignKeyChecks(session -> {
            Book book = new Book();
            book.authorId = 1; // by the key alone, before the row that it refers to
            session.add(book);
            session.flush();
            session.add(new Author());
        });
        // end::bulk-load-objects[]
        try (Session session = sessions.open()) {
            assertThat(session.get(Author.class, 1).books).hasSize(1);
        }
    }
}
