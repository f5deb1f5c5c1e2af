package dev.dovetail.tests.docs;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.excluded;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.partitionBy;
import static dev.dovetail.sql.Sql.rank;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.engine.Engine;
import dev.dovetail.engine.UpsertOutcome;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.NumericOperand;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.TextOperand;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sample of README.md that has no classes mapped. */
class CoreReadmeTest {

    // tag::readme-core-tables[]
    static final Table PAGE = Table.of(
            "page",
            column("path", VARCHAR(100)).primaryKey(),
            column("site", VARCHAR(20)).notNull(),
            column("views", INTEGER).notNull().check("views >= 0"));
    static final Column<String> PATH = PAGE.column("path", String.class);
    static final Column<String> SITE = PAGE.column("site", String.class);
    static final Column<Integer> VIEWS = PAGE.column("views", Integer.class);

    record Placed(String path, long place) {}
    // end::readme-core-tables[]

    @Test
    void core() {
        // tag::readme-core[]
        TableSource p = table(PAGE);
        TextOperand path = p.text("path");
        NumericOperand<Integer> views = p.number("views", Integer.class);
        try (Engine engine = Engine.create("jdbc:h2:mem:pages")) { // or SQLite, PostgreSQL, MariaDB, MySQL
            MetaData.of(PAGE).createAll(engine);
            engine.transaction(connection -> {
                List<UpsertOutcome> did = connection.upsert(insertInto(PAGE)
                        .columns(PATH, SITE, VIEWS)
                        .values("/", "a", 3)
                        .values("/news", "a", 5)
                        .values("/", "a", 4) // taken: count it there
                        .onConflict(PATH)
                        .doUpdate()
                        .set(VIEWS, views.plus(excluded(VIEWS))));
                assertThat(did).containsExactly(UpsertOutcome.INSERTED, UpsertOutcome.INSERTED, UpsertOutcome.UPDATED);

                List<Placed> placed = connection.list(
                        select(path, rank().over(partitionBy(p.col(SITE)).orderBy(views.desc())))
                                .from(p)
                                .orderBy(path),
                        Placed::new); // checked by the compiler
                assertThat(placed).containsExactly(new Placed("/", 1), new Placed("/news", 2));
            });
        }
        // end::readme-core[]
    }
}
