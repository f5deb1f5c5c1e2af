package dev.dovetail.tests.databases;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.TableSource;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.tests.servers.Servers;
import dev.dovetail.type.Types;

/** Spaces at the end of a text count. */
class SpacesTest {

    private static final Table WORD =
            Table.of("word", column("text", Types.VARCHAR(20)).primaryKey());
    private static final TableSource WORDS = table(WORD);
    private static final Column<String> TEXT = WORD.column("text", String.class);

    @EveryDatabase
    void spacesAtTheEndCount(Database database) {
        assumeFalse(
                database.name().equals("mysql") && Servers.mysqlIsMariaDb(),
                "MariaDB has MySQL's collation utf8mb4_0900_bin by name only");
        database.create(WORD);
        database.engine().transaction(connection -> {
            connection.execute(insertInto(WORD).set(TEXT, "a"));
            connection.execute(insertInto(WORD).set(TEXT, "a "));
            assertThat(connection.list(select(WORDS.col(TEXT))
                            .from(WORDS)
                            .where(WORDS.col(TEXT).eq("a "))))
                    .containsExactly("a ");
        });
    }
}
